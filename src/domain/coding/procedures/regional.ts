import type { Clause } from './clauses.ts';
import { evidenceOf, namedIn, performed, refused, together, type Found, type Named } from './found.ts';
import { performanceOf } from './performance.ts';

/** Procedures that count muscles, body regions or injections. Authority: CPT 2026. */
export function countedProcedures(clauses: readonly Clause[]): Found {
  return together([triggerPoints(clauses.filter(({ byProvider }) => byProvider)), manipulation(clauses.filter(({ byProvider }) => byProvider)), allergenShots(clauses)]);
}

const NOTHING: Found = { performed: [], refused: [] };

function done(clauses: readonly Clause[], words: RegExp): readonly Named[] {
  return namedIn(clauses, words).filter((one) => {
    const said = performanceOf(one.clause, one);
    return said === 'done' || (said === 'unsaid' && one.clause.inProcedure);
  });
}

const MUSCLES = ['trapezi', 'levator scapul', 'rhomboid', 'splenius', 'sternocleidomastoid', 'paraspinal', 'gluteus medius', 'gluteus maximus', 'gluteus minimus', 'piriformis', 'quadratus lumborum', 'infraspinatus', 'supraspinatus', 'semispinalis', 'scalene', 'temporalis', 'masseter', 'latissimus', 'teres', 'deltoid', 'occipitalis', 'erector', 'multifid'];

function triggerPoints(clauses: readonly Clause[]): Found {
  const ones = done(clauses, /\btrigger[- ]points?\b/gi).filter(({ clause }) => /\binject\w+/i.test(clause.note.text.slice(clause.sentence.start, clause.sentence.end + 200)));
  const [one] = ones;
  if (one === undefined) return NOTHING;
  const passage = one.clause.note.text.slice(Math.max(0, one.clause.sentence.start - 100), one.clause.sentence.end + 250).toLowerCase();
  const named = MUSCLES.filter((muscle) => passage.includes(muscle)).length;
  const said = /\b(\d|one|two|three|four|five|six) (?:different |separate )?muscles?\b/.exec(passage)?.[1];
  const count = said === undefined ? named : ({ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 } as Readonly<Record<string, number>>)[said] ?? Number(said);
  const evidence = evidenceOf(ones);
  if (count === 0) return { performed: [], refused: [refused('Trigger points injected', 'In how many muscles is not said.', evidence)] };
  return { performed: [performed(count >= 3 ? '20553' : '20552', 'procedure', { evidence, because: `Trigger points injected in ${count} ${count === 1 ? 'muscle' : 'muscles'}.`, authority: 'CPT 2026' })], refused: [] };
}

const REGIONS: readonly RegExp[] = [
  /\b(?:head|cranial|suboccipital)\b/i, /\b(?:cervical|neck|c-?spine)\b/i, /\b(?:thoracic|t-?spine|upper back)\b/i, /\b(?:lumbar|l-?spine|low(?:er)? back)\b/i, /\bsacr(?:al|um)\b/i,
  /\b(?:pelvi[cs]|innominate|pubic)\b/i, /\b(?:lower extremit\w+|legs?|knees?|ankles?)\b/i, /\b(?:upper extremit\w+|arms?|shoulders?|wrists?)\b/i, /\bribs?\b|\brib cage\b/i, /\b(?:abdom\w+|viscera\w*)\b/i,
];

function manipulation(clauses: readonly Clause[]): Found {
  const ones = done(clauses, /\b(?:omt|omm|osteopathic manipulat\w+(?: treatment| therapy)?)\b/gi);
  const [one] = ones;
  if (one === undefined) return NOTHING;
  const passage = one.clause.note.text.slice(one.clause.sentence.start, one.clause.sentence.end + 160);
  const said = /\b(\d{1,2}) (?:body )?regions?\b/i.exec(passage)?.[1];
  const count = said === undefined ? REGIONS.filter((region) => region.test(passage)).length : Number(said);
  const evidence = evidenceOf(ones);
  const code = ['98925', '98926', '98927', '98928', '98929'][Math.ceil(count / 2) - 1];
  if (code === undefined) return { performed: [], refused: [refused('Osteopathic manipulation', 'The body regions are not said.', evidence)] };
  return { performed: [performed(code, 'procedure', { evidence, because: `Body regions treated: ${count}.`, authority: 'CPT 2026' })], refused: [] };
}

function allergenShots(clauses: readonly Clause[]): Found {
  const course = new Set([...new Set(clauses.map(({ note }) => note))].filter(({ text }) => /\b(?:allergen immunotherapy|allergy (?:shots?|immunotherapy)|immunotherapy|ait|scit)\b/i.test(text)));
  const inCourse = course.size === 0 ? [] : clauses.filter(({ note }) => course.has(note));
  const ones = [...done(clauses, /\b(?:allergy (?:shots?|injections?)|allergen immunotherapy|immunotherapy injections?|scit)\b/gi), ...done(inCourse, /\b(?:[1-9]|one|two|three|four) (?:injections?|shots?)\b/gi)];
  const [one] = ones;
  if (one === undefined) return NOTHING;
  const evidence = evidenceOf(ones);
  const { text } = one.clause;
  const single = /\b(?:x ?1|one|1|single|an?) (?:allergy )?(?:injection|shot)\b|\ballergy shot (?:was )?(?:given|administered)/i.test(text);
  const several = /\b(?:x ?[2-9]|[2-9]|two|three|four) (?:allergy |immunotherapy )?(?:injections|shots)\b|\b(?:injections|shots)\b[^.;]{0,20}x ?[2-9]|\b(?:both arms|each arm|bilateral\w*)\b/i.test(text) || (!single && /\b(?:shots|injections)\b/i.test(text));
  if (!single && !several) return { performed: [], refused: [refused('Allergen immunotherapy', 'How many injections is not said.', evidence)] };
  return { performed: [performed(several ? '95117' : '95115', 'injection', { evidence, because: several ? 'Two allergen injections or more.' : 'One allergen injection.', authority: 'CPT 2026' })], refused: [] };
}
