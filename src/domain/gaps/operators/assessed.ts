import type { Mention } from '../../model/index.ts';
import type { IndexedCondition, Snapshot } from '../index-chart.ts';
import type { AssessedExpression, CodeGroup } from './expression.ts';
import type { Verdict } from './verdict.ts';
import { DESCRIBING, FAMILY_HISTORY, sentenceOf } from './documented-in-notes.ts';
import { quoteOf, searched } from './evidence.ts';
import { conditionFact, isActive, isIn, onClaim } from './has-active.ts';
import { providerNotes, unseenNotes } from './provider-notes.ts';
import { unread } from './read-status.ts';
import { holdsCode, holdsWords } from './terms.ts';
import { cannotTell, no, yes } from './verdict.ts';

/** Statuses of notes that count, none for what is charted alone; charted codes of this encounter always do. */
export function assessed(group: CodeGroup, statuses: AssessedExpression['statuses'] = ['present']): AssessedExpression {
  return { op: 'assessed', group, statuses };
}

/** What this visit says of the matter: a problem list brought from elsewhere does not assess it. */
export function evaluateAssessed({ group, statuses }: AssessedExpression, snapshot: Snapshot): Verdict {
  const { chart } = snapshot;
  const charted = snapshot.conditions.find((condition) => isOfThisVisit(condition, snapshot) && isActive(condition) && isIn(condition, group));
  if (charted) return yes([conditionFact(charted)]);
  const claimed = onClaim(chart.claims.filter(({ encounters }) => encounters.length === 0 || encounters.includes(chart.encounter.source.reference)), group);
  if (claimed) return yes([claimed]);
  for (const indexed of statuses.length > 0 ? providerNotes(snapshot) : []) {
    if (!indexed.thisVisit) continue;
    const mention = indexed.findings.mentions.find((candidate) => says(candidate, group, statuses));
    if (mention) return yes([quoteOf(indexed, sentenceOf(mention, indexed.findings), [{ start: mention.start, end: mention.end }])]);
  }
  const missing = [...unread(snapshot, 'Condition', ['encounter-diagnosis']), ...(statuses.length > 0 ? unseenNotes(snapshot) : [])];
  if (missing.length > 0) return cannotTell(missing);
  return no([searched(snapshot, [group.name], ['Condition', 'Claim', 'DocumentReference'], null)]);
}

function isOfThisVisit({ fact }: IndexedCondition, { chart }: Snapshot): boolean {
  const { source, diagnoses } = chart.encounter;
  return diagnoses.includes(fact.source.reference) || (fact.encounter === source.reference && fact.categories.includes('encounter-diagnosis'));
}

function says({ assertion, codes, text, section }: Mention, group: CodeGroup, statuses: AssessedExpression['statuses']): boolean {
  if (!statuses.includes(assertion.status) || DESCRIBING.has(section)) return false;
  if (!statuses.includes('family') && codes.some((code) => FAMILY_HISTORY.test(code))) return false;
  return holdsCode(codes, group) || holdsWords(text, group);
}
