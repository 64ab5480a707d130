import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Chart, Evidence, Person, ProposalFact, QuotePointer, Source, Suggestion } from '../model/index.ts';
import { noteId } from '../model/index.ts';
import { confidenceLevel } from '../coding/confidence.ts';
import { suggestionId } from '../coding/suggestion-id.ts';
import { dotted, undotted } from '../coding/tabular.ts';
import { chartFact } from './chart-fact.ts';

/**
 * What colleagues proposed for this encounter, as cards: the engine's own suggestion of the same code carries the proposal, any other
 * proposal becomes a card of its own, after those. What `user` proposed waits for somebody else and is no card for them.
 */
export function withProposals(suggestions: readonly Suggestion[], chart: Chart, user: Person): readonly Suggestion[] {
  const open = openProposals(chart);
  const own = open.filter((fact) => fact.proposer === user.reference);
  const others = open.filter((fact) => fact.proposer !== user.reference);
  const marked = suggestions
    .filter((suggestion) => !own.some((fact) => isOf(fact, suggestion)))
    .map((suggestion) => {
      const fact = others.find((one) => isOf(one, suggestion));
      return fact === undefined ? suggestion : { ...suggestion, proposal: proposalOf(fact) };
    });
  const known = new Set(marked.map((suggestion) => suggestion.id));
  const cards = others.filter((fact) => !suggestions.some((suggestion) => isOf(fact, suggestion))).map((fact) => cardOf(fact, chart));
  return [...marked, ...cards.filter((card, index) => !known.has(card.id) && cards.findIndex((other) => other.id === card.id) === index)];
}

/** What this person proposed for this encounter, newest first, with what became of it. */
export function ownProposals(chart: Chart, user: Person): readonly ProposalFact[] {
  return ofThisEncounter(chart).filter((fact) => fact.proposer === user.reference).toSorted((a, b) => time(b) - time(a));
}

/** Oldest first: of two for one code, the first counts. */
export function openProposals(chart: Chart): readonly ProposalFact[] {
  return ofThisEncounter(chart).filter((fact) => fact.status === 'open').toSorted((a, b) => time(a) - time(b));
}

function ofThisEncounter(chart: Chart): readonly ProposalFact[] {
  return chart.proposals.filter((fact) => fact.encounter === null || fact.encounter === chart.encounter.source.reference);
}

function time({ at }: ProposalFact): number {
  const parsed = Date.parse(at ?? '');
  return Number.isNaN(parsed) ? 0 : parsed;
}

function isOf({ item }: ProposalFact, suggestion: Suggestion): boolean {
  return item.action === suggestion.action && undotted(item.code) === undotted(suggestion.code)
    && (item.action !== 'specify' || undotted(item.from ?? '') === undotted(suggestion.from ?? ''));
}

function proposalOf({ source, proposer, proposerName, at, condition, claim }: ProposalFact): NonNullable<Suggestion['proposal']> {
  return { task: source, who: proposer, whoName: proposerName, at, condition, claim };
}

/** The evidence is taken from the record again: nobody countersigns words that only a Task holds. */
function cardOf(fact: ProposalFact, chart: Chart): Suggestion {
  const { action, code, title, from, reason, charted, rules } = fact.item;
  const standing = charted.flatMap((source) => current(source, chart));
  const evidence: readonly Evidence[] = [...fact.quotes.flatMap((pointer) => quoteAt(pointer, chart)), ...fact.facts.flatMap((source) => chartFact(source, chart))];
  const named = fact.quotes.length + fact.facts.length;
  const confidence = Math.round(PROPOSED * (named === 0 ? LEAST : Math.max(LEAST, evidence.length / named)) * 100) / 100;
  return {
    id: suggestionId(action, dotted(undotted(code)), from ?? undefined, standing), action, system: 'icd-10-cm', code: dotted(undotted(code)), title,
    ...(from === null ? {} : { from }), charted: standing, ...(reason === null ? {} : { reason }),
    evidence, rules, confidence, level: confidenceLevel(confidence), alternatives: [], evidenceFirst: true, proposal: proposalOf(fact),
  };
}

/** A trained colleague read the words; the machine did not find them. By judgement; with half of the evidence gone it reads as low. */
const PROPOSED = 0.8;
const LEAST = 0.4;

/** In the version that stands now; what left the record is left out. */
function current(source: Source, chart: Chart): readonly Source[] {
  const now = [...chart.conditions, ...chart.claims].find((fact) => fact.source.reference === source.reference);
  return now === undefined ? [] : [now.source];
}

/** The very words at their place, in whatever version stands now; where others stand there, they are no evidence any more. */
function quoteAt({ document, attachment, start, end, hash }: QuotePointer, chart: Chart): readonly Evidence[] {
  const note = chart.notes.find((n) => n.id === noteId(document, attachment));
  const quote = note?.text.slice(start, end) ?? '';
  if (note === undefined || quote === '' || `sha256:${bytesToHex(sha256(utf8ToBytes(quote)))}` !== hash) return [];
  return [{ kind: 'quote', document, version: note.document.version, note: note.id, start, end, quote, marks: [{ start, end }] }];
}
