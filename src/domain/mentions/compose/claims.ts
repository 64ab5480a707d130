import { tokenize } from '../../text/tokens.ts';
import { LITTLE_WORDS, numeralForm, wordForm } from '../../text/word-forms.ts';
import { phrasesIn } from './phrases.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a title of the tabular list says of a case. */
export interface Claims {
  /** All must hold; of each group one alternative, with all its claims. Authority: *and* in a title means *and/or* (ICD-10-CM Guidelines I.A.14). */
  readonly asked: readonly (readonly (readonly string[])[])[];
  /** None may hold: *without aura*, *not intractable*. */
  readonly denied: readonly string[];
  /** Of the asked ones those that come with *unspecified*: a foot, but none of the two. */
  readonly vague: readonly string[];
  /** How often it says that something is not specified. */
  readonly unspecified: number;
}

/** A part of a site that has no code of its own: *other part of foot*. */
export const OTHER_PART = 'other part of ';
/** A claim that no one can say: the code is for what has none of its own. */
export const OTHER = 'other';

/**
 * The claims of a title. What stands in parentheses or brackets changes nothing (ICD-10-CM Guidelines I.A.7); what it excepts has codes
 * of its own.
 */
export function claimsOf(title: string, vocabulary: Vocabulary): Claims {
  const text = title.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ').replace(/,? not elsewhere classified|,? except [^,]*/gi, '').replace(/\bunspecified whether .*/i, 'unspecified').replace(POISONING, 'Poisoning by').replace(WITH_BOTH, 'with $1 with ');
  const tokens = tokenize(text);
  const forms = tokens.map(({ norm }, at) => wordForm(numeralForm(norm, tokens[at - 1]?.norm ?? null)));
  const hits = phrasesIn({ length: forms.length, form: (at) => forms[at] ?? null, isCaps: () => true, isPlural: () => true }, vocabulary.titled);
  const asked: string[][][] = [];
  const denied: string[] = [];
  const ofUnspecified: string[] = [];
  let [denies, unspecified, vague, otherPart] = [false, 0, false, false];
  let after = 'other' as After;
  const add = (claim: string): void => {
    const last = asked.at(-1)?.at(-1);
    if (denies) denied.push(claim);
    else if ((after === 'and' || (after === 'listed' && isSite(claim))) && last !== undefined) asked.at(-1)!.push([claim]);
    else if (after === 'alternative' && last !== undefined) last.push(claim);
    else asked.push([[otherPart && isSite(claim) ? OTHER_PART + claim : claim]]);
    otherPart &&= !isSite(claim);
    if (after === 'listed') after = 'item';
    after = denies ? 'other' : after === 'alternative' || (after === 'and' && !onOneAxis(asked.at(-1)!, vocabulary)) ? 'alternative' : 'item';
  };
  let covered = 0;
  let next = 0;
  for (let at = 0; at < forms.length; at++) {
    if (at > 0 && text.slice(tokens[at - 1]!.end, tokens[at]!.start).includes(',')) {
      denies = false;
      after = after === 'item' && isSite(asked.at(-1)?.at(-1)?.at(-1) ?? '') ? 'listed' : 'other';
    }
    while (next < hits.length && hits[next]!.from < at) next++;
    const hit = hits[next]?.from === at ? hits[next] : undefined;
    if (hit) {
      if (vague) ofUnspecified.push(hit.ends[0]!.claim);
      vague = false;
      add(hit.ends[0]!.claim);
      covered = Math.max(covered, hit.to);
      if (hit.to === at + 1) continue;
    }
    const form = forms[at]!;
    if (at < covered) {
      if (form === 'unspecified') unspecified++;
      continue;
    }
    if (LITTLE_WORDS.has(form)) {
      denies = false;
      if (form === 'of') after = 'other';
      continue;
    }
    if (JOINING.has(form)) {
      after = after === 'other' || after === 'and' ? 'other' : 'and';
      continue;
    }
    if (DENYING.has(form)) denies = true;
    else if (LINKING.has(form)) denies = false;
    else if (form === 'unspecified') {
      unspecified++;
      vague = true;
    } else if (SILENT.has(form)) vague = false;
    else if (form === OTHER && isOfParts(forms, at)) {
      otherPart = true;
      while (forms[at + 1] !== undefined && OF_PARTS.has(forms[at + 1]!)) at++;
      continue;
    } else {
      if (!vague || !NEVER_NAMED.has(form)) add(form);
      vague &&= NEVER_NAMED.has(form);
      continue;
    }
    after = 'other';
  }
  if (NAMED_SYNDROME.test(title) || TWO_OF_A_KIND.test(title)) asked.push([[OTHER]]);
  return { asked: withoutRepeated(asked), denied, vague: ofUnspecified, unspecified };
}

/** A header of the table of drugs, which names three things that its codes tell apart. */
const POISONING = /^Poisoning by, adverse effect of and underdosing of/;
/** *With both hemorrhage and perforation*: not either. */
const WITH_BOTH = /\bwith both ([a-z ]+?) and /i;

/** *Right heart failure due to left heart failure* claims the failure once. */
function withoutRepeated(asked: readonly (readonly (readonly string[])[])[]): Claims['asked'] {
  const said = new Set<string>();
  return asked.filter((group) => said.size < said.add(group.map((alternative) => alternative.join('+')).join('|')).size);
}

function isSite(claim: string): boolean {
  return claim.startsWith('site:');
}

/** What stands before: an item, the comma after a part of the body, the *and* after it, an item of the alternative behind the *and*, or anything else. */
type After = 'item' | 'listed' | 'and' | 'alternative' | 'other';

/** *Acute and subacute endocarditis* is endocarditis of either kind; *cellulitis and acute lymphangitis* is either disease. */
function onOneAxis(group: readonly (readonly string[])[], { axisOf }: Vocabulary): boolean {
  const [first, second] = group.slice(-2).map((alternative) => axisOf(alternative.at(-1) ?? ''));
  return first !== undefined && first === second;
}

/** *Unilateral pulmonary emphysema [MacLeod's syndrome]* is that syndrome, not any emphysema of one side. */
const NAMED_SYNDROME = /\[[^\]]*(?:syndrome|disease)/;

/** *Calculus of kidney with calculus of ureter* are two, not one that is near both. */
const TWO_OF_A_KIND = /^(\w+) of .+ with \1 of /i;

const JOINING: ReadonlySet<string> = new Set(['and', 'or']);
const DENYING: ReadonlySet<string> = new Set(['without', 'not', 'no']);
/** Little words between what is claimed. */
const LINKING: ReadonlySet<string> = new Set(['with', 'due', 'to', 'in', 'by', 'from', 'for', 'on', 'at', 'a', 'an', 'as', 'affecting', 'involving', 'associated', 'its']);
/** Words that claim nothing. */
const SILENT: ReadonlySet<string> = new Set(['nos', 'nec', 'specified', 'uncomplicated', 'complication', 'side', 'site', 'part', 'region', 'level', 'severity', 'stage', 'cause', 'type']);

/** What an unspecified one of claims nothing; an unspecified ilium is an ilium. */
const NEVER_NAMED: ReadonlySet<string> = new Set(['organism', 'duration', 'time', 'number', 'trimester', 'degree', 'depth', 'agent', 'substance', 'nature', 'origin', 'course', 'class', 'stability', 'body', 'episode', 'laterality', 'eye', 'form', 'kind', 'reason', 'morphologic', 'change']);

/** *Other and unspecified parts of face*, *other part of lower leg*. */
const OF_PARTS: ReadonlySet<string> = new Set(['and', 'or', 'unspecified', 'specified', 'part', 'site', 'of', 'the']);

function isOfParts(forms: readonly string[], other: number): boolean {
  for (let at = other + 1; at < forms.length && OF_PARTS.has(forms[at]!); at++) if (forms[at] === 'part' || forms[at] === 'site') return true;
  return false;
}
