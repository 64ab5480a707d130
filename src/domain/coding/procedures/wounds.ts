import type { Payer } from '../services/payer.ts';
import type { Clause } from './clauses.ts';
import { centimetersIn } from './counts.ts';
import { evidenceOf, namedIn, performed, refused, type Found, type Named } from './found.ts';
import { groupedBy } from './grouped.ts';
import { performanceOf } from './performance.ts';

type Depth = 'simple' | 'layered';

/** Where a wound lay · its depth · upper bounds of the summed length in centimeters · a number for each, and one above. Authority: CPT 2026, repair (closure). */
const REPAIRS: readonly (readonly [place: string, words: string, depth: Depth, steps: readonly number[], codes: readonly string[]])[] = [
  ['face', 'face|facial|forehead|cheek|chin|lip|nose|nasal bridge|eyelid|eyebrow|ears?|pinna|temple', 'simple', [2.5, 5, 7.5, 12.5, 20, 30], ['12011', '12013', '12014', '12015', '12016', '12017', '12018']],
  ['body', 'scalp|neck|axilla\\w*|genital\\w*|scrotum|trunk|chest|back|abdomen|arms?|forearm|elbow|wrist|hands?|palm|fingers?|thumb|legs?|thigh|knee|shin|calf|ankle|foot|feet|toes?|shoulder|buttock', 'simple', [2.5, 7.5, 12.5, 20, 30], ['12001', '12002', '12004', '12005', '12006', '12007']],
  ['face', 'face|facial|forehead|cheek|chin|lip|nose|nasal bridge|eyelid|eyebrow|ears?|pinna|temple', 'layered', [2.5, 5, 7.5, 12.5, 20, 30], ['12051', '12052', '12053', '12054', '12055', '12056', '12057']],
  ['hands', 'neck|genital\\w*|scrotum|hands?|palm|fingers?|thumb|foot|feet|toes?', 'layered', [2.5, 7.5, 12.5, 20, 30], ['12041', '12042', '12044', '12045', '12046', '12047']],
  ['body', 'scalp|axilla\\w*|trunk|chest|back|abdomen|arms?|forearm|elbow|wrist|legs?|thigh|knee|shin|calf|ankle|shoulder|buttock', 'layered', [2.5, 7.5, 12.5, 20, 30], ['12031', '12032', '12034', '12035', '12036', '12037']],
];

const CLOSED = /\b(?:sutured|sutures? (?:were |was )?placed|\d+ (?:simple |interrupted |running )*(?:sutures|stitches|staples)|stapled|staples? (?:were )?placed|repaired|(?:laceration|wound) repair|closed (?:primarily )?(?:with|using)|(?:primary|layered) closure|dermabond|tissue adhesive|skin glue|[3-6]-0 (?:nylon|prolene|ethilon|vicryl|chromic|monocryl|fast gut|silk))/gi;
const WOUND = /\b(?:lacerations?|lac\b|wound|cut)\b/i;
const LAYERED = /\b(?:layered|two[- ]layers?|2[- ]layers?|deep (?:\w+ )?sutures?|subcutaneous sutures?|buried|intermediate|deep (?:dermal|layer))\b/i;
const COMPLEX = /\b(?:complex (?:repair|closure|laceration)|undermin\w+|retention sutures?|through[- ]and[- ]through|vermilion|tendon (?:laceration|repair))\b/i;
const GLUE = /\b(?:dermabond|tissue adhesive|skin glue|cyanoacrylate)\b/i;
const THREAD = /\b(?:sutur\w+|stitch\w*|stapl\w+|nylon|prolene|ethilon|vicryl|monocryl|chromic)\b/i;
const FOR_OTHERS = /\b(?:biops\w+|excis\w+|incision and drainage|i&d|suture removal|sutures removed|staples removed)\b/i;

/** Wounds closed with stitches, staples or glue: lengths of one depth and one group of places are added. Strips alone are no repair. */
export function woundRepairs(all: readonly Clause[], payer: Payer): Found {
  const clauses = all.filter(({ byProvider }) => byProvider);
  const closed = namedIn(clauses, CLOSED).filter((one) => !FOR_OTHERS.test(one.clause.text) && isDone(one));
  const byNote = groupedBy(closed.filter((one) => WOUND.test(passageOf(one))), ({ clause }) => clause.note);
  return [...byNote.values()].map((ones) => repairOf(ones, payer))[0] ?? { performed: [], refused: [] };
}

function isDone(one: Named): boolean {
  const said = performanceOf(one.clause, one);
  return said === 'done' || (said === 'unsaid' && (one.clause.inProcedure || /\b(?:\d+ (?:\w+ )*(?:sutures|stitches|staples)|[3-6]-0)/i.test(one.text)));
}

function passageOf({ clause: { note, sentence } }: Named): string {
  return note.text.slice(Math.max(0, sentence.start - 400), Math.min(note.text.length, sentence.end + 200));
}

/** "3 cm laceration of the left forearm", "laceration to the chin, 1.5 cm": one entry a wound, each length once. */
const MEASURED = /\b(\d{1,2}(?:\.\d{1,2})?) ?-?(cm|mm|in(?:ch(?:es)?)?)\b(?=[^.;]{0,60}\b(?:lac|laceration|wound|cut)\b)|\b(?:lac|lacerations?|wound|cut)\b[^.;]{0,70}?\b(\d{1,2}(?:\.\d{1,2})?) ?-?(cm|mm|in(?:ch(?:es)?)?)\b/gi;

function repairOf(ones: readonly Named[], payer: Payer): Found {
  const passage = [...new Set(ones.map(passageOf))].join('\n').slice(0, 4000);
  const evidence = evidenceOf(ones);
  if (COMPLEX.test(passage)) return { performed: [], refused: [refused('Wound repair', 'A complex repair: a family of numbers outside this selection.', evidence)] };
  const depth: Depth = LAYERED.test(passage) ? 'layered' : 'simple';
  const near = woundsIn(passage, depth);
  const inNote = near.length > 0 ? [] : woundsIn(ones.map(({ clause }) => clause.note.text)[0]?.slice(0, LONGEST_NOTE) ?? '', depth);
  const wounds = inNote.length === 1 ? inNote : near;
  if (wounds.length === 0) return { performed: [], refused: [refused('Wound repair', 'The length of the wound in centimeters is not said.', evidence)] };
  if (wounds.some(({ row }) => row === null)) return { performed: [], refused: [refused('Wound repair', 'Where the wound lies is not said.', evidence)] };
  if (payer === 'medicare' && GLUE.test(passage) && !THREAD.test(passage)) return { performed: [performed('G0168', 'procedure', { evidence, because: 'Closed with tissue glue alone, and Medicare pays.', authority: 'HCPCS 2026; CMS Claims Processing Manual, chapter 12' })], refused: [] };
  const groups = groupedBy(wounds.flatMap(({ row, length }) => (row === null ? [] : [{ row, length }])), ({ row }) => row);
  return {
    refused: [],
    performed: [...groups].map(([row, group]) => {
      const sum = Math.round(group.reduce((total, { length }) => total + length, 0) * 100) / 100;
      const step = row[3].findIndex((limit) => sum <= limit);
      return performed(row[4][step < 0 ? row[3].length : step]!, 'procedure', { evidence, because: `${depth === 'layered' ? 'Layered' : 'Simple'} closure, ${sum} cm${group.length > 1 ? ` in ${group.length} wounds` : ''}.`, authority: 'CPT 2026, repair (closure)' });
    }),
  };
}

/** Beyond it the one wound that a note measures is not looked for. */
const LONGEST_NOTE = 20_000;

interface Wound {
  readonly row: (typeof REPAIRS)[number] | null;
  readonly length: number;
}

/** The same length at the same place, said twice, is one wound. */
function woundsIn(passage: string, depth: Depth): readonly Wound[] {
  const wounds = new Map<string, Wound>();
  for (const match of passage.matchAll(MEASURED)) {
    const length = centimetersIn(`${match[1] ?? match[3]} ${match[2] ?? match[4]}`);
    if (length === null) continue;
    const [from, to] = [lastStop(passage, match.index), nextStop(passage, match.index + match[0].length)];
    const place = placeIn(passage.slice(match.index, to), depth) ?? placeIn(passage.slice(from, to), depth) ?? placeIn(passage, depth);
    wounds.set(`${length} ${place?.[0] ?? ''}`, { row: place, length });
  }
  return [...wounds.values()];
}

function placeIn(text: string, depth: Depth): (typeof REPAIRS)[number] | null {
  const places = REPAIRS.filter((row) => row[2] === depth).flatMap((row) => {
    const found = new RegExp(String.raw`\b(?:${row[1]})\b`, 'i').exec(text);
    return found === null ? [] : [{ row, at: found.index }];
  });
  return places.toSorted((a, b) => a.at - b.at)[0]?.row ?? null;
}

function lastStop(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('. ', at), text.lastIndexOf(';', at)) + 1;
}

function nextStop(text: string, at: number): number {
  const stop = text.slice(at, at + 120).search(/[\n;]|\.\s|\band (?:a )?\d/);
  return stop < 0 ? Math.min(text.length, at + 120) : at + stop;
}
