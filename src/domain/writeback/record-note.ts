import type { Attestation, Choice, Decision, Evidence, Proposal, ProposedItem, SeenVersions, Source, Verification } from '../model/index.ts';
import { mayAttest } from '../model/index.ts';

/** How every filed text begins: the reader knows it by that and never takes it for evidence. */
export const RECORD = 'Countersign record';

/**
 * The countersignature as a plain-text document, for EHRs that take no Provenance. Codes, choices, versions and places; no words of any note,
 * since those stay in the notes, and no patient name, since the document stands in that patient's chart.
 */
export function attestationText({ id, who, at, statement, encounter, decisions, seal }: Attestation | Verification): string {
  const [event, done] = mayAttest(who.role) ? ['countersignature', 'Countersigned'] : ['verification of the draft claim', 'Verified'];
  const corrects = distinct(decisions.flatMap((d) => (d.suggestion.corrects === undefined ? [] : [d.suggestion.corrects.reference])));
  return lines([
    `${RECORD}: ${event}`,
    `${done} by ${who.name} (${who.reference}) at ${at}`,
    `Visit: ${encounter.reference}`,
    `Statement: ${statement}`,
    '',
    ...decisions.flatMap((decision, index) => decisionLines(decision, index + 1)),
    ...corrects.map((reference) => `Corrects: ${reference.replace(/^device:/, 'countersignature ')}`),
    `${mayAttest(who.role) ? 'Countersignature' : 'Verification'} ${id}, seal ${seal}`,
  ]);
}

/** What is proposed, for EHRs that take no Task. Confirms nothing, and says so. */
export function proposalText({ id, who, at, encounter, seal }: Proposal, items: readonly ProposedItem[]): string {
  return lines([
    `${RECORD}: proposal to the clinicians of this visit`,
    `Proposed by ${who.name} (${who.reference}) at ${at}`,
    `Visit: ${encounter.reference}`,
    'Proposed with software (AI-assisted coding). Nothing here is confirmed: a clinician decides on each item.',
    '',
    ...items.flatMap((item, index) => [
      `${index + 1}. ${askedFor(item)}`, ...item.rules.map((rule) => `   Rule: ${rule.id} ${rule.version} (${rule.authority})`), ...item.evidence.map((e) => `   Evidence: ${place(e)}`),
    ]),
    `Proposal ${id}, seal ${seal}`,
  ]);
}

/** "Add I10 Essential (primary) hypertension". */
export function askedFor({ action, code, title, from, target }: Pick<ProposedItem, 'action' | 'code' | 'title' | 'from' | 'target'>): string {
  const named = `${code} ${title}`.trim();
  switch (action) {
    case 'add': return target === 'problem-list-item' ? `Add ${named} to the problem list` : `Add ${named}`;
    case 'specify': return `Change ${from ?? 'the charted code'} to ${named}`;
    case 'remove': return `Remove ${named}`;
  }
}

function decisionLines({ suggestion, choice, seen }: Decision, number: number): readonly string[] {
  const { action, code, title, from = null, rules, evidence } = suggestion;
  const target = 'target' in choice ? choice.target : 'encounter-diagnosis';
  return [
    `${number}. ${askedFor({ action, code, title, from, target })}: ${chosen(choice)}`,
    ...rules.map((rule) => `   Rule: ${rule.id} ${rule.version} (${rule.authority})`),
    ...evidence.map((e) => `   Evidence: ${place(e)}`),
    ...seenSources(seen).map((source) => `   Seen: ${versioned(source)}`),
  ];
}

function chosen(choice: Choice): string {
  switch (choice.kind) {
    case 'accept': return 'accepted';
    case 'modify': return `accepted as ${choice.code} ${choice.title}`.trim();
    case 'reject': return `rejected (${[choice.reason, ...(choice.text?.trim() ? [choice.text.trim()] : [])].join(': ')})`;
    case 'defer': return `deferred (${choice.reason})`;
  }
}

function place(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'quote': return `${versioned({ reference: evidence.document, version: evidence.version })}, characters ${evidence.start} to ${evidence.end}`;
    case 'fact': return `${versioned({ reference: evidence.resource, version: evidence.version })}, ${evidence.code}`;
    case 'searched': return `none found of ${evidence.what.join(', ')} in ${evidence.kinds.join(', ')}${evidence.from === null ? '' : ` from ${evidence.from}`} through ${evidence.through}`;
  }
}

function seenSources({ notes, charted }: SeenVersions): readonly Source[] {
  return [...notes.map((n) => n.document), ...charted];
}

function versioned({ reference, version }: Source): string {
  return version === null ? reference : `${reference} version ${version}`;
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}

/** A line break inside a free text would look like a line of its own. */
export function lines(all: readonly string[]): string {
  return all.map((one) => one.replaceAll(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')).join('\n');
}
