import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Chart, ConditionFact, Evidence, RuleCitation, SignedItem, Source, Suggestion, SuggestionAction, SuggestionId } from '../model/index.ts';
import { draftClaims, icdCoding } from '../coding/charted.ts';
import { dotted, undotted } from '../coding/tabular.ts';
import { chartFact } from './chart-fact.ts';

/** What a person wants of something that was signed. A rejection wrote nothing: it is reconsidered on its own card. */
export type Correction = { readonly kind: 'withdraw' } | { readonly kind: 'recode'; readonly code: string; readonly title: string };

export type CorrectionResult =
  | { readonly ok: true; readonly suggestion: Suggestion }
  | { readonly ok: false; readonly why: string };

/**
 * What to countersign so that a signed item is taken back, or carries another code: a new signed event that names the old one.
 * Nothing is erased; the versions before stay in the record.
 */
export function correctionOf(signed: SignedItem, chart: Chart, to: Correction): CorrectionResult {
  const { choice } = signed;
  if (choice.kind === 'reject' || choice.kind === 'defer') return no('It was not accepted, so nothing was written that could be taken back. Decide on the item again instead.');
  if (choice.target === 'problem-list-item') return no('It was written to the problem list, which is changed only in the EHR itself. Correct it there.');
  const isRemoval = signed.action === 'remove' && choice.kind === 'accept';
  if (wasCorrected(signed, choice.code, chart)) return no('It was corrected since. Correct the newer event instead.');
  return isRemoval ? ofRemoval(signed, chart, to) : ofCode(signed, choice.code, chart, to);
}

/** A diagnosis that was taken off comes back. */
function ofRemoval(signed: SignedItem, chart: Chart, to: Correction): CorrectionResult {
  if (to.kind === 'recode') return no('A removal wrote no code. Take the removal back instead, or add the other code.');
  if (standingAs(signed.code, chart).length > 0) return no(`${signed.code} stands among this visit's diagnoses already.`);
  return yes(signed, chart, { action: 'add', code: signed.code, title: titleOf(signed.code, chart), charted: [] });
}

/** What was added or changed goes again, goes back to the code before, or gets another code. */
function ofCode(signed: SignedItem, code: string, chart: Chart, to: Correction): CorrectionResult {
  const before = signed.action === 'add' ? null : signed.from ?? signed.code;
  const charted = chartedFor(signed, code, chart);
  if (charted.length === 0) return no(`${code} no longer stands among this visit's diagnoses: nothing is left to correct here.`);
  if (to.kind === 'recode') {
    if (undotted(to.code) === undotted(code)) return no(`It carries ${code} already.`);
    return yes(signed, chart, { action: 'specify', code: dotted(undotted(to.code)), title: to.title, from: code, charted });
  }
  if (before !== null) return yes(signed, chart, { action: 'specify', code: before, title: titleOf(before, chart), from: code, charted });
  return yes(signed, chart, { action: 'remove', code, title: titleOf(code, chart), charted, reason: 'signed-in-error' });
}

function yes(signed: SignedItem, chart: Chart, what: Pick<Suggestion, 'action' | 'code' | 'title' | 'charted' | 'from' | 'reason'>): CorrectionResult {
  return {
    ok: true,
    suggestion: {
      ...what, id: correctionId(signed.source, what.action, what.code, what.from), system: 'icd-10-cm', evidence: evidenceOf(signed, what.charted, chart),
      rules: [CORRECTED], confidence: 1, level: 'high', alternatives: [], evidenceFirst: false, corrects: signed.source,
    },
  };
}

function no(why: string): CorrectionResult {
  return { ok: false, why };
}

const CORRECTED: RuleCitation = {
  id: 'signed-item-corrected', version: '1.0.0', authority: 'CMS Program Integrity Manual (Pub. 100-08) chapter 3, 3.3.2.5: amendments, corrections and delayed entries',
  because: 'It was countersigned before. The correction is a new signed event that names the earlier one; nothing is erased.',
};

/** Another id than the software's own suggestion of that code: what was decided there says nothing of this. */
function correctionId({ reference }: Source, action: SuggestionAction, code: string, from: string | undefined): SuggestionId {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(['corrects', reference, action, code, from ?? ''])))).slice(0, 16) as SuggestionId;
}

/** One event may list several items: the later one must speak of this one's code. */
function wasCorrected({ source, code: own }: SignedItem, code: string, chart: Chart): boolean {
  const same = (one: string | null) => one !== null && [own, code].some((other) => undotted(one) === undotted(other));
  return chart.signed.some((later) => later.corrects === source.reference && (same(later.code) || same(later.from)));
}

/** What carries the code now: the Conditions that the event wrote, else those of that code; and the draft claims. */
function chartedFor(signed: SignedItem, code: string, chart: Chart): readonly Source[] {
  const written = new Set(signed.targets.map((source) => source.reference));
  const standing = standingAs(code, chart);
  const own = standing.filter((c) => written.has(c.source.reference));
  const claims = draftClaims(chart).filter((claim) => !claim.proposed && claim.diagnoses.some((d) => d.coding !== null && undotted(d.coding.code) === undotted(code)));
  return [...(own.length > 0 ? own : standing), ...claims].map((one) => one.source);
}

/** This encounter's diagnoses of that code that are neither refuted nor errors. */
function standingAs(code: string, { conditions, encounter }: Chart): readonly ConditionFact[] {
  return conditions.filter((c) => c.categories.includes('encounter-diagnosis') && carries(c, code)
    && (c.encounter === encounter.source.reference || encounter.diagnoses.includes(c.source.reference))
    && c.verificationStatus !== 'refuted' && c.verificationStatus !== 'entered-in-error');
}

function carries({ codings }: ConditionFact, code: string): boolean {
  const coding = icdCoding(codings);
  return coding !== undefined && undotted(coding.code) === undotted(code);
}

/** As the record words it; empty where nothing in it carries the code. */
function titleOf(code: string, { conditions, claims }: Chart): string {
  const conditionTitle = conditions.find((c) => carries(c, code));
  const line = claims.flatMap((claim) => claim.diagnoses).find((d) => d.coding !== null && undotted(d.coding.code) === undotted(code));
  return icdCoding(conditionTitle?.codings ?? [])?.display ?? conditionTitle?.text ?? line?.coding?.display ?? '';
}

/** The diagnosis as it stands, or stood, and the event that is corrected where a server holds it. */
function evidenceOf(signed: SignedItem, charted: readonly Source[], chart: Chart): readonly Evidence[] {
  const conditions = [...charted, ...signed.targets].filter((source) => source.reference.startsWith('Condition/'));
  const facts = [...new Map(conditions.map((source) => [source.reference, source])).values()].flatMap((source) => chartFact(source, chart));
  if (signed.source.reference.startsWith('device:')) return facts;
  return [...facts, { kind: 'fact', resource: signed.source.reference, version: signed.source.version, code: signed.code, label: 'Countersigned before', date: signed.at }];
}
