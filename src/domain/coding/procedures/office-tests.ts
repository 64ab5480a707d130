import type { Payer } from '../services/payer.ts';
import type { Clause } from './clauses.ts';
import { evidenceOf, namedIn, performed, refused, type Found, type Named } from './found.ts';
import { HERE, performanceOf } from './performance.ts';

/**
 * Tests that an office does itself: number · words that name it · `itself`: the words are of a test at the point of care (a rapid test, a dipstick), so that its
 * result shows it done; `here`: the words are also a laboratory's, so that the clause must say that it was done here and now · what its result or deed looks
 * like · CLIA-waived under QW with Medicare. Regular expressions, in any case.
 * Authority: CPT 2026; CMS list of CLIA-waived tests 2026 (those that need QW and those exempt from it).
 */
const OFFICE_TESTS: readonly (readonly [code: string, words: string, said: 'itself' | 'here', shows: string, waived: boolean])[] = [
  ['93000', String.raw`(?:12[- ]lead )?(?:ekg|ecg|electrocardiogram)`, 'here', String.raw`nsr|sinus|rhythm|rate \d|interval|qtc|axis|normal|interpret\w+|ischemi\w+|a-?fib|atrial|lvh|[lr]bbb|block|wave|st[- ](?:elev|depr|seg|chang)\w*|v-?paced`, false],
  ['94060', String.raw`(?:spirometry|pfts?)(?=[^.;]{0,80}(?:pre|post|before|after|bronchodilator|albuterol)\b)`, 'here', String.raw`fev|fvc|ratio|normal|obstruct\w+|restrict\w+|improv\w+|reversib\w+|performed|done`, false],
  ['94010', String.raw`spirometry`, 'here', String.raw`fev|fvc|ratio|normal|obstruct\w+|restrict\w+|performed|done`, false],
  ['87880', String.raw`(?:rapid (?:group a )?strep(?: (?:a|test|screen|antigen))?|rst|radt|strep (?:rapid|a antigen|poc)|poct? strep)`, 'itself', 'RESULT', true],
  ['87804', String.raw`(?:rapid (?:flu|influenza)(?: a ?(?:\/|&|and|\+) ?b)?|(?:flu|influenza) (?:rapid|swab|antigen)|poct? (?:flu|influenza))`, 'itself', 'RESULT', true],
  ['87428', String.raw`(?:rapid )?(?:covid(?:-19)?|sars-cov-2) ?(?:\/|&|and|\+) ?(?:flu|influenza)(?: a ?(?:\/|&|and|\+)? ?b)? (?:combo |combined )?antigen`, 'itself', 'RESULT', true],
  ['87811', String.raw`(?:rapid (?:covid(?:-19)?|sars-cov-2)(?: antigen| ag)?|(?:covid(?:-19)?|sars-cov-2) (?:rapid(?: antigen)?|antigen|ag)|poct? covid(?:-19)?)`, 'itself', 'RESULT', true],
  ['87807', String.raw`(?:rapid rsv|rsv (?:rapid|antigen|swab))`, 'itself', 'RESULT', true],
  ['86308', String.raw`(?:monospot|mono ?spot|rapid mono|heterophile)`, 'itself', 'RESULT', true],
  ['81025', String.raw`(?:urine (?:hcg|pregnancy(?: test)?|preg(?: test)?)|upt|u-?hcg|uhcg|hcg,? urine)`, 'itself', 'RESULT', false],
  ['82962', String.raw`(?:fingerstick (?:glucose|blood (?:glucose|sugar))|(?:glucose|blood sugar|bg|fsbg|accu-?check) (?:by )?fingerstick|poct? (?:blood )?(?:glucose|sugar)|fsbg|fsbs|accu-?checks?)`, 'itself', 'VALUE', false],
  ['83036', String.raw`(?:(?:poct?|point[- ]of[- ]care|in[- ]?(?:office|house)|fingerstick) (?:hgb |hb |hemoglobin )?a1c|a1c,? (?:\(?(?:poct?|point[- ]of[- ]care|in[- ]?(?:office|house)|fingerstick)\)?))`, 'itself', 'VALUE', true],
  ['85610', String.raw`(?:(?:poct?|point[- ]of[- ]care|in[- ]?(?:office|house)|fingerstick) (?:pt\/)?inr|inr,? (?:\(?(?:poct?|point[- ]of[- ]care|in[- ]?(?:office|house)|fingerstick)\)?))`, 'itself', 'VALUE', true],
  ['85018', String.raw`(?:(?:poct?|point[- ]of[- ]care|in[- ]?(?:office|house)|fingerstick) (?:hgb|hb|hemoglobin)(?! a1c)|(?:hgb|hb|hemoglobin),? (?:\(?(?:poct?|point[- ]of[- ]care|in[- ]?(?:office|house)|fingerstick)\)?)|hemocue)`, 'itself', 'VALUE', true],
  ['83655', String.raw`(?:(?:poct?|point[- ]of[- ]care|in[- ]?(?:office|house)|fingerstick|capillary) lead|leadcare)`, 'itself', 'VALUE', true],
  ['82270', String.raw`(?:three|3)[- ](?:card )?(?:guaiac|hemoccult|fobt)(?: cards?)?`, 'itself', 'RESULT', false],
  ['82272', String.raw`(?:stool (?:guaiac|hemoccult)|(?:guaiac|hemoccult)(?: (?:stool|test))?|heme[- ](?:positive|negative|neg|pos) stool)`, 'itself', 'RESULT', false],
  ['87210', String.raw`(?:wet (?:mount|prep)|saline (?:mount|prep))`, 'itself', String.raw`clue|trich\w*|hyphae|yeast|wbcs?|normal|negative|positive|neg|pos|no `, false],
  ['87220', String.raw`koh(?: (?:prep|mount|preparation))?`, 'itself', String.raw`hyphae|yeast|spores|negative|positive|neg|pos`, false],
  ['59025', String.raw`(?:nst|non-?stress test)`, 'here', String.raw`reactive|accelerat\w+|category`, false],
  ['92567', String.raw`tympanometry|tympanograms?`, 'itself', String.raw`type [abc]|flat|normal|peak\w*|performed|done|compliance|b\/l|bilateral\w*`, false],
  ['92551', String.raw`(?:hearing screen\w*|audiometry|pure[- ]tone screen\w*|audiometric screen\w*)`, 'itself', String.raw`pass\w*|fail\w*|refer\b|\d{2} ?db|normal`, false],
  ['99177', String.raw`(?:spot vision(?: screen\w*)?|photo-?screen\w*|plusoptix|(?:instrument|autorefract\w*)[- ]based vision screen\w*|vision screen\w* (?:by|with) (?:spot|plusoptix|instrument))`, 'itself', String.raw`pass\w*|fail\w*|refer\b|normal|in range|out of range|no risk`, false],
  ['99173', String.raw`(?:snellen|vision screen\w*|visual acuity screen\w*)`, 'itself', String.raw`20\/\d+`, false],
  ['51798', String.raw`(?:bladder scan|pvr|post-?void residual)`, 'itself', String.raw`\d+ ?(?:ml|cc)`, false],
  ['93289', String.raw`(?:icd|defibrillator)[^.;]{0,40}interrogat\w+|interrogat\w+[^.;]{0,40}(?:icd|defibrillator)`, 'here', '.', false],
  ['93288', String.raw`(?:pacemaker|ppm)[^.;]{0,40}interrogat\w+|interrogat\w+[^.;]{0,40}(?:pacemaker|ppm)`, 'here', '.', false],
];

const RESULT = String.raw`positive|negative|pos|neg|\+|\(-\)|[-–]ve|detected|reactive|heme|trace|:\s*[-+]|not detected|invalid`;
const VALUE = String.raw`\d{1,3}(?:\.\d)?`;

const SAYS = OFFICE_TESTS.map(([code, words, said, shows, waived]) => ({
  code, said, waived, words: new RegExp(String.raw`(?<![a-z0-9])(?:${words})(?![a-z0-9])`, 'gi'),
  shows: new RegExp(shows === 'RESULT' ? String.raw`(?<![a-z])(?:${RESULT})(?![a-z])` : shows === 'VALUE' ? VALUE : String.raw`(?<![a-z])(?:${shows})`, 'i'),
}));

/** Tests done and read in the office today. One kind of test counts once. */
export function officeTests(clauses: readonly Clause[], payer: Payer): Found {
  const found = SAYS.flatMap(({ code, said, waived, words, shows }) => {
    const ones = namedIn(clauses, words).filter((one) => isDone(one, said, shows));
    return ones.length === 0 ? [] : [{ code, waived, ones }];
  });
  const named = new Set(found.map(({ code }) => code));
  const lines = found.filter(({ code }) => !INSTEAD.some(([broader, better]) => code === broader && named.has(better))).map(({ code, waived, ones }) => performed(code, 'test', {
    units: code === '87804' && ones.some(({ clause }) => BOTH_TYPES.test(clause.text)) ? 2 : 1, modifiers: waived && payer === 'medicare' ? ['QW'] : [], evidence: evidenceOf(ones),
    because: 'The note shows this test done and read at this visit.', authority: waived ? 'CPT 2026; CMS list of CLIA-waived tests 2026' : 'CPT 2026',
  }));
  const urine = dipsticks(clauses, payer);
  return { performed: [...lines, ...urine.performed], refused: urine.refused };
}

/** Influenza A and B are two results of one kit, each reported (CPT 2026, immunoassay with direct observation). */
const BOTH_TYPES = /\b(?:flu|influenza)\b[^.;]{0,12}\ba\b ?(?:\/|&|and|\+|,)? ?\bb\b/i;

/** The one number takes the place of the other where both were read from the same words. */
const INSTEAD: readonly (readonly [string, string])[] = [['94010', '94060'], ['99173', '99177'], ['82272', '82270'], ['87804', '87428'], ['87811', '87428']];

function isDone(one: Named, said: 'itself' | 'here', shows: RegExp): boolean {
  const { clause } = one;
  const done = performanceOf(clause, one);
  if (done === 'not-done') return false;
  const after = clause.text.slice(one.start - clause.start);
  if (!shows.test(said === 'itself' ? after.slice(one.text.length, one.text.length + 80) : clause.text)) return /performed|done/.test(shows.source) && done === 'done' && HERE.test(clause.text);
  return said === 'itself' || HERE.test(clause.text) || /\b(?:performed|obtained|done|my (?:interpretation|read)|i (?:personally )?(?:interpreted|read|reviewed and interpreted))\b/i.test(clause.text);
}

const DIPSTICK = /(?<![a-z0-9])(?:ua dip(?:stick)?|dip ua|urine dip(?:stick)?|dipstick(?: urine| urinalysis| ua)?|(?:poct?|in[- ]?office|in[- ]?house|point[- ]of[- ]care) (?:ua|urinalysis|urine)|(?:ua|urinalysis) \(?(?:dip(?:stick)?|poct?|in[- ]?(?:office|house))\)?)(?![a-z0-9])/gi;
const DIPPED = /\b(?:le|leuk\w*|nit\w*|blood|protein|glucose|ketones?|negative|positive|neg|pos|normal|trace|sg|ph|clear|\d\+)(?![a-z])|\+/i;
const BY_MACHINE = /\b(?:automated|auto|analy[sz]er|clinitek|machine[- ]read)\b/i;

function dipsticks(clauses: readonly Clause[], payer: Payer): Found {
  const ones = namedIn(clauses, DIPSTICK).filter((one) => performanceOf(one.clause, one) !== 'not-done' && DIPPED.test(one.clause.text.slice(one.end - one.clause.start)));
  if (ones.length === 0) return { performed: [], refused: [] };
  if (ones.some(({ clause }) => /\bmicro(?:scop\w+)?\b/i.test(clause.text))) return { performed: [], refused: [refused('Urine dipstick', 'It is not clear whether microscopy was done in the office: another number.', evidenceOf(ones))] };
  const machine = ones.some(({ clause }) => BY_MACHINE.test(clause.text));
  return { performed: [performed(machine ? '81003' : '81002', 'test', { modifiers: machine && payer === 'medicare' ? ['QW'] : [], evidence: evidenceOf(ones), because: machine ? 'A urine dipstick read by machine.' : 'A urine dipstick, with no machine said to have read it.', authority: 'CPT 2026; CMS list of CLIA-waived tests 2026' })], refused: [] };
}
