import type { Clause } from './clauses.ts';
import { sidesOf } from './do-deeds.ts';
import { evidenceOf, namedIn, performed, refused, type Found, type Named } from './found.ts';
import { performanceOf } from './performance.ts';

/** Joints and bursae by size: words · without and with recorded ultrasound guidance. Authority: CPT 2026, arthrocentesis. */
const JOINTS: readonly (readonly [size: string, words: string, plain: string, guided: string])[] = [
  ['large', 'knees?|shoulders?|hips?|subacromial|glenohumeral|trochanteric|greater trochanter|prepatellar|suprapatellar|pes anserine|sacroiliac bursa', '20610', '20611'],
  ['medium', 'wrists?|elbows?|ankles?|olecranon|acromioclavicular|ac joint|temporomandibular|tmj|radiocarpal|tibiotalar', '20605', '20606'],
  ['small', 'fingers?|thumbs?|toes?|hallux|mcp|pip|dip|cmc|mtp|carpometacarpal|metacarpophalangeal|interphalangeal|metatarsophalangeal|basal joint|first cmc', '20600', '20604'],
];

const JOINT = new RegExp(String.raw`\b(?:${JOINTS.map(([, words]) => words).join('|')})\b`, 'gi');
const ENTERED = /\b(?:inj|inject(?:ed|ion|ions)|aspirat(?:ed|ion)|arthrocentesis|(?:steroid|cortisone|corticosteroid|kenalog|depo-?medrol|hyaluron\w+|synvisc|euflexxa|orthovisc|monovisc|gel-one|durolane) (?:shot|injection))\b/i;
/** Into the tissue beside a joint, with numbers of its own. */
const BESIDE = /\b(?:tendon|trigger (?:finger|thumb|points?)|epicondyl\w+|carpal tunnel|plantar fasci\w+|de quervain\S*|ganglion|nerve block|digital block|nail|keloid|lesion|botox|lidocaine (?:block|for anesthesia)|abscess|laceration|wound|conjunctiv\w+|im\b|intramuscular\w*|subcutaneous\w*|vaccin\w+|epidural|lumbar|spine)/i;
const GUIDED = /\b(?:ultrasound|us|sonographic|u\/s)[- ]?(?:guid\w+|imag\w+)|\bunder ultrasound\b/i;
const RECORDED = /\b(?:images? (?:were |was )?(?:saved|stored|archived|recorded|retained)|permanent(?:ly)? (?:record\w*|image\w*|stored)|(?:saved|stored|archived|recorded) (?:images?|to pacs|in pacs))\b/i;

export function jointInjections(clauses: readonly Clause[]): Found {
  const named = namedIn(clauses.filter(({ byProvider, text }) => byProvider && ENTERED.test(text) && !BESIDE.test(text)), JOINT)
    .filter((one) => performanceOf(one.clause, one) === 'done' || toldInParts(one) || (one.clause.inProcedure && performanceOf(one.clause, one) === 'unsaid'));
  const bySize = JOINTS.map((row) => ({ row, ones: named.filter(({ text }) => new RegExp(`^(?:${row[1]})$`, 'i').test(text)) })).filter(({ ones }) => ones.length > 0);
  const parts = bySize.map(({ row, ones }): Found => {
    const evidence = evidenceOf(ones);
    const whole = [...new Set(ones.map(({ clause }) => clause.note.text))].join('\n');
    const guided = clauses.some(({ note, text }) => ones.some(({ clause }) => clause.note === note) && GUIDED.test(text)) && RECORDED.test(whole);
    return { performed: [performed(guided ? row[3] : row[2], 'procedure', { modifiers: sidesOf(ones), evidence, because: `A ${row[0]} joint or bursa was aspirated or injected${guided ? ' under ultrasound, with recorded images' : ''}.`, authority: 'CPT 2026, arthrocentesis by size of the joint' })], refused: [] };
  });
  if (parts.length > 0) return { performed: parts.flatMap((part) => part.performed), refused: [] };
  const unsaid = namedIn(clauses.filter(({ byProvider, inProcedure }) => byProvider && inProcedure), /\bjoint (?:was )?inject(?:ed|ion)\b/gi).filter((one) => performanceOf(one.clause, one) === 'done');
  return { performed: [], refused: unsaid.length === 0 ? [] : [refused('Joint injection', 'The joint is not named, so that its size is not known.', evidenceOf(unsaid))] };
}

/** "After consent, the right knee was prepped, and 40 mg of triamcinolone injected": the deed in another part than the joint. */
function toldInParts({ clause, start, end }: Named): boolean {
  const deed = ENTERED.exec(clause.text);
  if (deed === null) return false;
  const at = clause.start + deed.index;
  return performanceOf(clause, { start, end }) !== 'not-done' && performanceOf(clause, { start: at, end: at + deed[0].length }) === 'done';
}
