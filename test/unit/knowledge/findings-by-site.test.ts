import { describe, expect, test } from 'vitest';
import { readLexicon } from '../../../scripts/icd10cm/read-lexicon.ts';
import { buildLexicon } from '../../../src/domain/mentions/lexicon.ts';
import type { ConceptId } from '../../../src/domain/model/index.ts';
import { tokenize } from '../../../src/domain/text/tokens.ts';

const lexicon = buildLexicon(readLexicon().flatMap(({ concept, says, codes }) => says.map((words) => ({ words, concept: `syn:${concept}` as ConceptId, codes }))));
const meant = (text: string) => lexicon.match(tokenize(text)).map(({ codes }) => codes[0]);

describe('a finding is coded to the part of the body that is said with it', () => {
  test.each([
    ['pain in the hemiscrotum', 'N50.82'],
    ['mandibular pain', 'R68.84'],
    ['renal mass', 'N28.89'],
    ['a mass in the lower pole of the kidney', 'N28.89'],
    ['lesion of the renal pelvis', 'N28.9'],
    ['swelling in the right iliac fossa', 'R19.03'],
    ['a lump in the calf', 'R22.40'],
    ['edema of the lower limb', 'R60.0'],
    ['laryngeal edema', 'J38.4'],
    ['bleeding from the duodenum', 'K92.2'],
    ['gingival bleeding', 'K06.8'],
  ])('%s is %s', (words, code) => {
    expect(meant(words)).toEqual([code]);
  });
});

describe('inflammation and abscess of a part of the body', () => {
  test.each([
    ['inflammation of the scrotum', 'N49.2'],
    ['a perirenal abscess', 'N15.1'],
    ['dental phlegmon', 'K04.7'],
    ['purulent collection in the kidney', 'N15.1'],
    ['an ulcer of the palate', 'K12.1'],
    ['necrosis of the glans', 'N48.89'],
  ])('%s is %s', (words, code) => {
    expect(meant(words)).toEqual([code]);
  });
});

describe('what has changed the shape of a part of the body', () => {
  test.each([
    ['a cyst in the epididymis', 'N50.3'],
    ['stenosis at the pyeloureteral junction', 'N13.5'],
    ['dilation of the intrahepatic bile duct', 'K83.8'],
    ['ureteral dilatation', 'N28.82'],
    ['perforation of the terminal ileum', 'K63.1'],
    ['enterocutaneous fistula', 'K63.2'],
    ['nasopharyngeal polyp', 'J33.0'],
    ['lithiasis in the lower calyx', 'N20.0'],
    ['hypertrophy of the parotid gland', 'K11.1'],
  ])('%s is %s', (words, code) => {
    expect(meant(words)).toEqual([code]);
  });
});

describe('a finding without its part of the body, and a part without a finding, name nothing', () => {
  test.each(['a mass was palpated', 'the lesion was excised', 'an abscess was drained', 'the glans was normal', 'stenosis was ruled out', 'the fistula was closed'])('%s', (words) => {
    expect(meant(words)).toEqual([]);
  });
});

describe('the Index decides', () => {
  test.each([
    ['choluria', 'R82.2'],
    ['dysmetria', 'R27.8'],
    ['gait instability', 'R26.81'],
    ['pain in the right groin', 'R10.31'],
    ['generalized arthrosis', 'M15.9'],
    ['diverticulum of the jejunum', 'K57.10'],
    ['tenderness over the right hypochondrium', 'R10.811'],
    ['mild chronic renal failure', 'N18.2'],
    ['thrombosis of the dorsal vein of the penis', 'N48.81'],
    ['awaiting liver transplantation', 'Z76.82'],
  ])('%s is %s', (words, code) => {
    expect(meant(words)).toEqual([code]);
  });

  test.each(['the celiac trunk', 'an incarcerated loop'])('%s is something else', (words) => {
    expect(meant(words)).toEqual([]);
  });
});
