import { describe, expect, test } from 'vitest';
import { analyzeNote } from '../../../../../src/domain/engine.ts';
import type { Mention, NoteContext } from '../../../../../src/domain/model/index.ts';
import { plainNote } from '../../../../../src/domain/text/plain-note.ts';
import { loadKnowledge } from '../../../../../src/knowledge/node/index.ts';

const knowledge = await loadKnowledge();
const DAY = '2026-11-01';

function mentions(text: string, sex: NoteContext['sex'] = 'unknown'): readonly Mention[] {
  const context: NoteContext = { ageYears: null, sex, setting: 'outpatient', noteType: 'progress', authorRole: 'provider', serviceDate: DAY };
  return analyzeNote(plainNote({ id: 'n', text, type: 'progress', date: DAY }), context, knowledge).mentions;
}

/** The codes that each mention of the text means: the first, or as many as are meant together. */
const codes = (text: string, sex?: NoteContext['sex']): readonly string[] => mentions(text, sex).flatMap((mention) => mention.codes.slice(0, mention.together ?? 1));
const TEXTS: Readonly<Record<string, readonly (readonly [text: string, ...codes: string[]])[]>> = {
  'severity, persistence, exacerbation': [
    ['Right-sided, moderate persistent asthma with acute flare', 'J45.41'],
    ['asthma, which is moderate persistent, currently flaring', 'J45.41'],
    ['Asthma. Moderate persistent, in flare.', 'J45.41'],
    ['asthma, mild intermittent', 'J45.20'],
    ['asthma (severe persistent)', 'J45.50'],
    ['Asthma, no exacerbation', 'J45.909'],
    ['Asthma, moderate or severe persistent', 'J45.909'],
  ],
  'stage': [
    ['stage 3b chronic kidney disease', 'N18.32'],
    ['CKD 3b', 'N18.32'],
    ['CKD (IIIb)', 'N18.32'],
    ['CKD, stage IIIb', 'N18.32'],
    ['chronic kidney disease, now stage IV', 'N18.4'],
    ['CKD on dialysis', 'N18.6'],
    ['pressure ulcer of the left heel, stage 2', 'L89.622'],
    ['unstageable pressure ulcer of right buttock', 'L89.310'],
  ],
  'acuity and kind': [
    ['heart failure, systolic, acute on chronic', 'I50.23'],
    ['decompensated HFpEF', 'I50.33'],
    ['acute systolic heart failure', 'I50.21'],
    ['heart failure, chronic, combined systolic and diastolic', 'I50.42'],
    ['sinusitis, acute recurrent maxillary', 'J01.01'],
  ],
  'episode, severity and remission of depression': [
    ['MDD, recurrent, moderate', 'F33.1'],
    ['major depressive disorder, recurrent, in full remission', 'F33.42'],
    ['MDD, severe, recurrent, with psychotic features', 'F33.3', 'F29'],
    ['major depressive disorder, mild', 'F32.0'],
    ['depression, recurrent', 'F33.9'],
  ],
  'side': [
    ['OA of both knees', 'M17.0'],
    ['knee OA, left', 'M17.12'],
    ['Medial epicondylitis, both elbows', 'M77.01', 'M77.02'],
    ['Nuclear sclerotic cataracts, both eyes.', 'H25.13'],
    ['carpal tunnel syndrome (R)', 'G56.01'],
    ['DVT of right popliteal vein', 'I82.431'],
    ['Medial epicondylitis in the left or right elbow.', 'M77.00'],
    ['Medial epicondylitis, and right knee pain.', 'M77.00', 'M25.561'],
    ['Medial epicondylitis today; his right shoulder is fine.', 'M77.00'],
  ],
  'part of the body': [
    ['cellulitis of the left great toe', 'L03.032'],
    ['cellulitis, right shin', 'L03.115'],
    ['breast cancer, left, upper outer quadrant', 'C50.412'],
    ['trigger finger, left ring finger', 'M65.342'],
    ['osteoarthritis, unspecified', 'M19.90'],
  ],
  'injuries that only a part of the body makes a code': [
    ['displaced fracture of the left distal radius, closed, initial visit', 'S52.502A'],
    ['open fracture of the left tibial shaft, type II', 'S82.202B'],
    ['displaced spiral fracture of the left humeral shaft', 'S42.342A'],
    ['laceration to the right forearm', 'S51.811A'],
    ['contusion of the left shin', 'S80.12XA'],
    ['second degree burn of the left forearm', 'T22.212A'],
    ['burn to the face', 'T20.00XA'],
    ['The fracture was discussed.'],
    ['No fracture or dislocation.'],
  ],
  'parts of the body side by side': [
    ['laceration of the right hand and left forearm', 'S61.411A', 'S51.812A'],
    ['abrasions of both knees and right hand', 'S80.211A', 'S80.212A', 'S60.511A'],
    ['cellulitis of the left foot and ankle', 'L03.116'],
    ['laceration of the right hand; the left forearm is unhurt', 'S61.411A'],
  ],
  'a side in the middle of a name': [
    ['Lipoma of left thigh', 'D17.24'],
    ['SCC in situ of left forearm', 'D04.62'],
    ['strain of left hamstring', 'S76.312A'],
    ['Medial epicondylitis; right hand dominant', 'M77.00'],
  ],
  'names with a word in common': [
    ['liver and bone metastases', 'C78.7', 'C79.51'],
    ['metastases to liver, lung and bone', 'C78.7', 'C78.00', 'C79.51'],
    ['pain in left knee and right shoulder', 'M25.562', 'M25.511'],
    ['left knee and hip pain', 'M25.562', 'M25.552'],
    ['hearing and vision loss', 'H91.90', 'H54.7'],
    ['neck/back pain', 'M54.2', 'M54.9'],
    ['Pain in left knee and right shoulder surgery', 'M25.562'],
    ['Carpal tunnel syndrome in the left wrist, and right knee pain.', 'G56.02', 'M25.561'],
    ['fever and knee pain', 'R50.9', 'M25.569'],
    ['acute duodenal ulcer with hemorrhage and perforation', 'K26.2'],
  ],
  'what the name itself says': [
    ['bilateral femoral DVT', 'I82.413'],
    ['bilateral popliteal DVT', 'I82.433'],
    ['right heel ulcer', 'L97.419'],
    ['right heart failure due to left heart failure', 'I50.814'],
    ['acute duodenal ulcer with hemorrhage', 'K26.0'],
    ['influenza A with pneumonia', 'J10.00'],
    ['carbuncle of left leg', 'L02.436'],
    ['dry AMD of the right eye', 'H35.3110'],
  ],
  'an arm or a leg, and no part of it': [
    ['insect bite on the leg', 'S80.869A'],
    ['insect bite on both arms', 'S40.861A', 'S40.862A'],
    ['insect bite of the left forearm', 'S50.862A'],
    ['bilateral leg pain', 'M79.604', 'M79.605'],
    ['burn of the left leg', 'T24.002A'],
  ],
  'intent of an overdose': [
    ['overdose of acetaminophen, suicide attempt', 'T39.1X2A', 'T14.91XA'],
    ['took an overdose of aspirin to end her life', 'T39.012A'],
    ['acetaminophen overdose', 'T39.1X1A'],
    ['accidental overdose of acetaminophen', 'T39.1X1A'],
  ],
  'one and several': [
    ['rib fracture', 'S22.39XA'],
    ['fracture of ribs 4-6 on the left', 'S22.42XA'],
    ['right rib fractures', 'S22.41XA'],
    ['pulmonary nodules', 'R91.8'],
    ['lung nodule', 'R91.1'],
  ],
  'fingers, toes and stones': [
    ['fracture of the left middle finger distal phalanx', 'S62.633A'],
    ['fracture of middle phalanx of left middle finger', 'S62.623A'],
    ['pain in the left third toe', 'M79.675'],
    ['insect bite of the right arm', 'S40.861A'],
    ['kidney stone in the ureter', 'N20.1'],
    ['kidney and ureteral stones', 'N20.2'],
  ],
  'a refinement of its own concept': [
    ['stage 3 pressure ulcer of the left buttock', 'L89.323'],
    ['stage 1 pressure ulcer of the right buttock', 'L89.311'],
    ['stage 1 sacral pressure ulcer', 'L89.151'],
  ],
  'phase of treatment': [
    ['Fracture of lower end of right radius, subsequent encounter, routine healing.', 'S52.501D'],
    ['broken left wrist, subsequent visit', 'S62.102D'],
    ['Distal radius fracture, left, with nonunion.', 'S52.502K'],
    ['Sprain of right ankle, healing well.', 'S93.401D'],
    ['Sprain of right ankle; no nonunion of the old one.', 'S93.401A'],
  ],
  'with and without': [
    ['migraine, no aura, intractable', 'G43.019'],
    ['migraine with aura, not intractable', 'G43.109'],
    ['severe nonproliferative diabetic retinopathy of the right eye', 'E11.3491'],
    ['pneumonia due to klebsiella', 'J15.0', 'B96.1'],
    ['Hemorrhoids, grade 3', 'K64.2'],
  ],
  'what belongs to another condition': [
    ['Knee pain, and acute on chronic systolic heart failure.', 'M25.569', 'I50.23'],
    ['Anemia secondary to esophageal varices.', 'D64.9', 'I85.00'],
    ['Asthma with moderate GERD', 'J45.909', 'K21.9'],
    ['Heart failure; stage 4 CKD.', 'I50.9', 'N18.4'],
    ['Asthma. Chronic kidney disease, stage 4.', 'J45.909', 'N18.4'],
    ['Asthma but no longer smoking; COPD in exacerbation', 'J45.909', 'J44.1'],
  ],
};

describe.each(Object.entries(TEXTS))('%s', (_, rows) => {
  test.each(rows.map(([text, ...expected]) => ({ text, expected })))('$text', ({ text, expected }) => expect(codes(text)).toEqual(expected));
});

describe('what the whole note says', () => {
  test('weeks of gestation give the trimester', () => {
    expect(codes("28 weeks' twin pregnancy")).toEqual(['O30.003']);
    expect(codes('Twin pregnancy, vomiting for 2 weeks.')).toContain('O30.009');
    expect(codes('G2P1 at 13w6d.\n\nTwin pregnancy.')).toContain('O30.001');
  });

  test('a man\'s breast is a male breast', () => {
    expect(codes('cancer of the left breast', 'male')).toEqual(['C50.922']);
    expect(codes('cancer of the left breast')).toEqual(['C50.912']);
  });
});

describe('attributes of a mention', () => {
  test('stand in the note as they are printed; the mention is widened over those that touch it', () => {
    const text = 'Known asthma, moderate persistent, seen today, flaring.';
    const [mention] = mentions(text);
    expect(mention!.text).toBe('asthma, moderate persistent');
    expect(mention!.attributes.map(({ axis, value }) => `${axis} ${value}`)).toEqual(['severity moderate', 'persistence persistent', 'with exacerbation']);
    for (const { start, end, text: words } of mention!.attributes) expect(text.slice(start, end)).toBe(words);
  });

  test('tell what is said not to be so', () => {
    expect(mentions('Migraine without aura.')[0]!.attributes).toMatchObject([{ axis: 'with', value: 'not aura', reported: true }]);
  });

  test('that no title reports are told all the same', () => {
    expect(mentions('gout, left foot')[0]!.attributes.map(({ axis, reported }) => [axis, reported])).toEqual([['laterality', false], ['site', false]]);
  });
});
