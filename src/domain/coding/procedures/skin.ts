import type { Clause } from './clauses.ts';
import { centimetersIn, countOf } from './counts.ts';
import { evidenceOf, namedIn, performed, refused, together, type Found, type Named } from './found.ts';
import { performanceOf } from './performance.ts';

/** Biopsies, destructions, tags, abscesses and excisions of the skin, whose numbers depend on count, kind and size. Authority: CPT 2026, integumentary system. */
export function skinProcedures(all: readonly Clause[]): Found {
  const clauses = all.filter(({ byProvider }) => byProvider);
  return together([biopsies(clauses), destructions(clauses), tags(clauses), abscesses(clauses), excisions(clauses), debridements(clauses)]);
}

const AUTHORITY = 'CPT 2026, integumentary system; PFS 2026';
const NOT_SKIN = /\b(?:cervix|cervical|endometri\w+|vulv\w+|prostat\w+|bone marrow|breast|lymph node|thyroid|liver|kidney|lung|colon\w*|gastric|duoden\w+|nail matrix|temporal artery|muscle|gingiva\w*|oral|mucosa\w*|tongue|palate|bone|hepatic|pancrea\w*|ovar\w*)\b/i;

function done(clauses: readonly Clause[], words: RegExp): readonly Named[] {
  return namedIn(clauses, words).filter((one) => {
    const said = performanceOf(one.clause, one);
    return said === 'done' || (said === 'unsaid' && (one.clause.inProcedure || TAKEN.test(one.clause.text.slice(one.end - one.clause.start))));
  });
}

/** A biopsy is taken; what is to be taken has words for that before it. */
const TAKEN = /^(?: of [\w ]{1,30})? (?:was |were )?taken\b/i;

/** The first biopsy takes the number of the deepest way; each further one that of its own way as an addition. */
const WAYS: readonly (readonly [first: string, further: string, words: RegExp, thing: string])[] = [
  ['11106', '11107', /\bincisional (?:skin )?biops(?:y|ies)\b/gi, 'incisional (?:skin )?biops(?:y|ies)'],
  ['11104', '11105', /\b(?:\d(?:\.\d)?[ -]?mm )?punch (?:skin )?biops(?:y|ies|ied)\b/gi, 'punch (?:skin )?biops(?:y|ies)'],
  ['11102', '11103', /\b(?:shave|tangential|saucerization|scoop)(?: \((?:shave|tangential|saucerization)\))? (?:skin )?biops(?:y|ies|ied)\b/gi, String.raw`(?:shave|tangential|saucerization|scoop)(?: \((?:shave|tangential|saucerization)\))? (?:skin )?biops(?:y|ies)`],
];

function biopsies(clauses: readonly Clause[]): Found {
  const ways = WAYS.map(([first, further, words, thing]) => ({ first, further, thing, ones: done(clauses, words).filter(({ clause }) => !NOT_SKIN.test(clause.text)) })).filter(({ ones }) => ones.length > 0);
  const counted = ways.map((way) => ({ ...way, count: Math.max(...way.ones.map(({ clause, text }) => countOf(clause.text, way.thing) ?? (/ies$/i.test(text) ? 0 : 1))) }));
  const open = counted.filter(({ count }) => count === 0);
  if (open.length > 0) return { performed: [], refused: open.map(({ ones }) => refused('Skin biopsies', 'How many lesions were biopsied is not said.', evidenceOf(ones))) };
  return {
    refused: [],
    performed: counted.flatMap(({ first, further, ones, count }, at) => {
      const evidence = evidenceOf(ones);
      const more = at === 0 ? count - 1 : count;
      return [
        ...(at === 0 ? [performed(first, 'procedure', { evidence, because: 'A skin biopsy; the deepest way of taking one is the first.', authority: AUTHORITY })] : []),
        ...(more > 0 ? [performed(further, 'procedure', { units: more, evidence, because: `Further biopsies: ${more}.`, authority: AUTHORITY })] : []),
      ];
    }),
  };
}

const DESTROYED = /\b(?:cryo\w*|liquid nitrogen|ln2|lin2|froze|frozen|freez\w+|cantharidin|canthar\w+|destroy\w*|destruct\w+|electrodesicc\w+|candida antigen)\b/i;
const PRECANCER = String.raw`actinic keratos[ei]s|aks?\b|actinics`;
const BENIGN = String.raw`warts?|verruca\w*|molluscum(?: lesions?)?|seborrheic keratos[ei]s|sks\b|isks?\b`;

function destructions(clauses: readonly Clause[]): Found {
  const treated = clauses.filter(({ text }) => DESTROYED.test(text));
  const of = (source: string): readonly Named[] => namedIn(treated, new RegExp(String.raw`\b(?:${source})`, 'gi')).filter((one) => isTreated(one));
  return together([precancers(of(PRECANCER)), benign(of(BENIGN))]);
}

/** "AKs x3 treated with liquid nitrogen": the freezing is the deed, and a verb of the past or a count of cycles shows it done. */
function isTreated(one: Named): boolean {
  const { clause, start, end } = one;
  if (performanceOf(clause, { start, end }) === 'not-done') return false;
  const deed = DESTROYED.exec(clause.text)!;
  const at = clause.start + deed.index;
  const said = performanceOf(clause, { start: at, end: at + deed[0].length });
  return said === 'done' || (said === 'unsaid' && (clause.inProcedure || /\b(?:treated|applied|tolerated|froze|frozen|destroyed|cycles?|\d+ ?sec\w*)\b/i.test(clause.text)));
}

function precancers(ones: readonly Named[]): Found {
  const [one] = ones;
  if (one === undefined) return { performed: [], refused: [] };
  const count = countOf(one.clause.text, PRECANCER) ?? (/(?:keratosis|ak)$/i.test(one.text) ? 1 : null);
  const evidence = evidenceOf(ones);
  if (count === null) return { performed: [], refused: [refused('Precancerous lesions destroyed', 'How many is not said.', evidence)] };
  const because = `Precancerous lesions destroyed: ${count}.`;
  if (count >= 15) return { performed: [performed('17004', 'procedure', { evidence, because, authority: AUTHORITY })], refused: [] };
  return { performed: [performed('17000', 'procedure', { evidence, because, authority: AUTHORITY }), ...(count > 1 ? [performed('17003', 'procedure', { units: count - 1, evidence, because, authority: AUTHORITY })] : [])], refused: [] };
}

function benign(ones: readonly Named[]): Found {
  const [one] = ones;
  if (one === undefined) return { performed: [], refused: [] };
  const counts = ones.map(({ clause, text }) => countOf(clause.text, BENIGN) ?? (/(?:wart|verruca|keratosis|isk)$/i.test(text) ? 1 : null));
  const count = counts.find((said) => said !== null) ?? null;
  const evidence = evidenceOf(ones);
  if (count === null) return { performed: [], refused: [refused('Benign lesions destroyed', 'How many is not said.', evidence)] };
  return { performed: [performed(count >= 15 ? '17111' : '17110', 'procedure', { evidence, because: `Warts or other benign lesions destroyed: ${count}.`, authority: AUTHORITY })], refused: [] };
}

function tags(clauses: readonly Clause[]): Found {
  const ones = done(clauses, /\b(?:skin tags?|acrochord(?:on|ons|a))\b/gi).filter(({ clause }) => /\b(?:remov\w+|snip\w*|excis\w+|clipped|shaved|cryo\w*|cauter\w+|ligat\w+)\b/i.test(clause.text));
  const [one] = ones;
  if (one === undefined) return { performed: [], refused: [] };
  const count = countOf(one.clause.text, 'skin tags?|acrochord(?:on|ons|a)') ?? (/(?:tag|don)$/i.test(one.text) ? 1 : null);
  const evidence = evidenceOf(ones);
  if (count === null) return { performed: [], refused: [refused('Skin tags removed', 'How many is not said.', evidence)] };
  const more = Math.ceil(Math.max(0, count - 15) / 10);
  return { performed: [performed('11200', 'procedure', { evidence, because: `Skin tags removed: ${count}.`, authority: AUTHORITY }), ...(more > 0 ? [performed('11201', 'procedure', { units: more, evidence, because: 'Beyond the first 15.', authority: AUTHORITY })] : [])], refused: [] };
}

const OPENED = /\b(?:i ?& ?d|i and d|incision (?:and|&) drainage|incised and drained|incised|lanced)(?![a-z0-9])/gi;
const OTHER_ABSCESS = /\b(?:pilonidal|peri-?anal|perirectal|bartholin\w*|peritonsillar|felon|breast|dental|gingiv\w+|periapical|septic|joint|hematoma|hemorrhoid)\b/i;

function abscesses(clauses: readonly Clause[]): Found {
  const ones = done(clauses, OPENED).filter((one) => /\b(?:abscess\w*|furuncles?|boils?|carbuncles?|paronychia|cyst|hidradenitis)\b/i.test(around(one)));
  const [one] = ones;
  if (one === undefined) return { performed: [], refused: [] };
  const passage = around(one);
  const evidence = evidenceOf(ones);
  if (OTHER_ABSCESS.test(passage)) return { performed: [], refused: [refused('Abscess opened', 'It lies where another family of numbers applies.', evidence)] };
  const complicated = /\b(?:complicated|complex|multiple (?:abscesses|incisions)|two abscesses)\b/i.test(passage) || (/\b(?:pack(?:ed|ing)|drain placed|wick)\b/i.test(passage) && /\bloculat\w+/i.test(passage));
  return { performed: [performed(complicated ? '10061' : '10060', 'procedure', { evidence, because: complicated ? 'An abscess opened: several, or loculations broken and packed.' : 'An abscess opened and drained, said to be neither complicated nor several.', authority: AUTHORITY })], refused: [] };
}

function around({ clause: { note, sentence } }: Named): string {
  return note.text.slice(Math.max(0, sentence.start - 160), Math.min(note.text.length, sentence.end + 300));
}

const EXCISED = /\b(?:excised|excision of|elliptical excision|excisional removal)\b/gi;
const BENIGN_KIND = /\b(?:(?:epiderm(?:al|oid)|sebaceous|pilar|inclusion) (?:inclusion )?cysts?|nevus|nevi|mole|dermatofibroma|seborrheic keratosis|benign)\b/i;
const MALIGNANT = /\b(?:basal cell|squamous cell|melanoma|bcc|scc|malignan\w+|carcinoma)\b/i;
/** Where it lay: words · the numbers by excised diameter to 0.5, 1, 2, 3, 4 cm and above. */
const PLACES: readonly (readonly [words: RegExp, codes: readonly string[]])[] = [
  [/\b(?:face|facial|cheek|forehead|chin|lip|nose|nasal|eyelid|eyebrow|ear|temple)\b/i, ['11440', '11441', '11442', '11443', '11444', '11446']],
  [/\b(?:scalp|neck|hand|foot|finger|toe|thumb|genital\w*|scrot\w+|labia\w*|penis|palm|sole)\b/i, ['11420', '11421', '11422', '11423', '11424', '11426']],
  [/\b(?:back|chest|abdomen|trunk|arm|forearm|leg|thigh|calf|shin|shoulder|flank|buttock|elbow|knee|axilla|wrist|ankle|upper arm)\b/i, ['11400', '11401', '11402', '11403', '11404', '11406']],
];
const STEPS = [0.5, 1, 2, 3, 4] as const;

function excisions(clauses: readonly Clause[]): Found {
  const ones = done(clauses, EXCISED).filter((one) => /\b(?:cysts?|lesions?|nevus|nevi|moles?|dermatofibroma|keratosis|carcinoma|melanoma|bcc|scc)\b/i.test(one.clause.text) && !NOT_SKIN.test(one.clause.text));
  const [one] = ones;
  if (one === undefined) return { performed: [], refused: [] };
  const passage = around(one);
  const evidence = evidenceOf(ones);
  const diameter = excisedDiameter(passage);
  const place = PLACES.find(([words]) => words.test(one.clause.text)) ?? PLACES.find(([words]) => words.test(passage));
  if (MALIGNANT.test(passage) || !BENIGN_KIND.test(passage)) return { performed: [], refused: [refused('Skin lesion excised', 'Whether it is benign waits for pathology, or it is malignant: a family of numbers outside this selection.', evidence)] };
  if (diameter === null || place === undefined) return { performed: [], refused: [refused('Benign skin lesion excised', diameter === null ? 'The excised diameter (lesion and narrowest margins) is not said.' : 'Where it lay is not said.', evidence)] };
  const step = STEPS.findIndex((limit) => diameter <= limit);
  return { performed: [performed(place[1][step < 0 ? 5 : step]!, 'procedure', { evidence, because: `Excised diameter ${diameter} cm.`, authority: AUTHORITY })], refused: [] };
}

/** Lesion and twice the narrowest margin, or what the note calls the excised diameter. */
function excisedDiameter(text: string): number | null {
  const whole = /\bexcis(?:ed|ion) (?:diameter|size|specimen)[^.;\d]{0,30}([^.;]{0,16}?(?:cm|mm))/i.exec(text)?.[1] ?? /((?:\d\.)?\d+ ?(?:cm|mm)) (?:total )?excised diameter/i.exec(text)?.[1];
  if (whole !== undefined) return centimetersIn(whole);
  const margin = /((?:\d\.)?\d+ ?(?:cm|mm)) margins?|margins? (?:of )?((?:\d\.)?\d+ ?(?:cm|mm))/i.exec(text);
  const lesion = centimetersIn(margin === null ? '' : text.replace(margin[0], ' '));
  const width = margin === null ? null : centimetersIn(margin[1] ?? margin[2] ?? '');
  return lesion === null || width === null ? null : Math.round((lesion + 2 * width) * 100) / 100;
}

function debridements(clauses: readonly Clause[]): Found {
  const ones = done(clauses, /\b(?:debrided|debridement)\b/gi).filter((one) => /\b(?:ulcers?|wounds?|eschar|slough|necrotic|devitali[sz]ed)\b/i.test(around(one)) && !/\bnails?|callus\w*\b/i.test(one.clause.text));
  const [one] = ones;
  if (one === undefined) return { performed: [], refused: [] };
  const passage = around(one).replace(/\bprob\w+ (?:\w+ )?to bone\b|\b(?:no|not|without) (?:\w+ ){0,2}(?:bone|tendon|muscle|fascia)(?: \w+)? exposed|\b(?:no|without) exposed (?:bone|tendon|muscle|fascia)\b/gi, ' ');
  const evidence = evidenceOf(ones);
  const area = areaIn(passage);
  const deep = /\b(?:muscle|bone|fascia\w*|tendon)\b/i.test(passage);
  const fat = /\b(?:subcutaneous|subq|adipose|fat)\b/i.test(passage);
  const shallow = /\b(?:epidermis|dermis|slough|fibrin\w*|devitali[sz]ed|selective)\b/i.test(passage);
  if (deep || area === null || area > 20 || (!fat && !shallow)) return { performed: [], refused: [refused('Wound debrided', 'Its number depends on the deepest tissue removed and the area in square centimeters: one is not said, or lies outside this selection.', evidence)] };
  return { performed: [performed(fat ? '11042' : '97597', 'procedure', { evidence, because: `${fat ? 'Subcutaneous tissue' : 'Dead skin and slough'} removed over ${area} square centimeters.`, authority: AUTHORITY })], refused: [] };
}

function areaIn(text: string): number | null {
  const whole = /(\d{1,3}(?:\.\d+)?) ?(?:sq\.? ?cm|cm2|cm²|square centimeters?)/i.exec(text)?.[1];
  if (whole !== undefined) return Number(whole);
  const [, long, wide] = /(\d{1,2}(?:\.\d+)?) ?(?:cm)? ?[x×] ?(\d{1,2}(?:\.\d+)?) ?cm/i.exec(text) ?? [];
  return long === undefined ? null : Math.round(Number(long) * Number(wide) * 100) / 100;
}
