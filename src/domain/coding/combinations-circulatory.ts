import type { Combination } from './combinations.ts';

/** Hearts of which more than one part is diseased, and hypertension with heart disease other than failure: one code each. */
export const CIRCULATORY_COMBINATIONS: readonly Combination[] = [
  {
    id: 'aortic-stenosis-with-insufficiency', partners: [['I35.0'], ['I35.1']], code: 'I35.2', replaces: ['I35.0', 'I35.1'],
    authority: 'ICD-10-CM Guidelines I.B.9; tabular I35.2', because: 'Stenosis and insufficiency of the aortic valve are one code, I35.2.',
  },
  {
    id: 'saddle-embolus-with-cor-pulmonale', partners: [['I26.92'], ['I26.09']], code: 'I26.02', replaces: ['I26.92', 'I26.09'],
    authority: 'ICD-10-CM Guidelines I.B.9; tabular I26.02', because: 'A saddle embolus with acute cor pulmonale is one code, I26.02.',
  },
  {
    id: 'three-valves', partners: [['I34'], ['I35'], ['I36']], code: 'I08.3', replaces: ['I34', 'I35', 'I36'], unlessSaid: /\bnon-?rheumatic|\bcalcific|\bdegenerative|\bsenile|\bmyxomatous|\bprosthe|\bbioprosthe/i,
    authority: 'Excludes1 at I34, I35, I36; tabular I08: multiple valve diseases specified as rheumatic or unspecified', because: 'Disease of the mitral, aortic and tricuspid valves of no stated cause is one code, I08.3.',
  },
  {
    id: 'mitral-and-aortic-valve', partners: [['I34'], ['I35']], code: 'I08.0', replaces: ['I34', 'I35'], unless: ['I36', 'I08'], unlessSaid: /\bnon-?rheumatic|\bcalcific|\bdegenerative|\bsenile|\bmyxomatous|\bprosthe|\bbioprosthe/i,
    authority: 'Excludes1 at I34, I35; tabular I08: multiple valve diseases specified as rheumatic or unspecified', because: 'Disease of the mitral and the aortic valve of no stated cause is one code, I08.0.',
  },
  {
    id: 'mitral-and-tricuspid-valve', partners: [['I34'], ['I36']], code: 'I08.1', replaces: ['I34', 'I36'], unless: ['I35', 'I08'], unlessSaid: /\bnon-?rheumatic|\bcalcific|\bdegenerative|\bsenile|\bmyxomatous|\bprosthe|\bbioprosthe/i,
    authority: 'Excludes1 at I34, I36; tabular I08: multiple valve diseases specified as rheumatic or unspecified', because: 'Disease of the mitral and the tricuspid valve of no stated cause is one code, I08.1.',
  },
  {
    id: 'aortic-and-tricuspid-valve', partners: [['I35'], ['I36']], code: 'I08.2', replaces: ['I35', 'I36'], unless: ['I34', 'I08'], unlessSaid: /\bnon-?rheumatic|\bcalcific|\bdegenerative|\bsenile|\bmyxomatous|\bprosthe|\bbioprosthe/i,
    authority: 'Excludes1 at I35, I36; tabular I08: multiple valve diseases specified as rheumatic or unspecified', because: 'Disease of the aortic and the tricuspid valve of no stated cause is one code, I08.2.',
  },
  {
    id: 'other-hypertensive-heart-disease', partners: [['I10'], ['I51.5', 'I51.7', 'I51.89', 'I51.9']], code: 'I11.9', replaces: ['I10', 'I51.5', 'I51.7', 'I51.89', 'I51.9'], unless: ['I50', 'N18', 'I11.0', 'I12', 'I13'],
    authority: 'ICD-10-CM Guidelines I.C.9.a.1; Excludes1 at I51: due to hypertension', because: 'Hypertension with I51.4–I51.7, I51.89 or I51.9 is presumed related and reported as I11.9.',
  },
  {
    id: 'bypass-graft-with-angina', partners: [['I25.810'], ['I20.9']], code: 'I25.709', replaces: ['I25.810', 'I20.9'],
    authority: 'ICD-10-CM Guidelines I.C.9.b; Excludes1 at I25.810', because: 'Atherosclerosis of a bypass graft with angina is one code, I25.709.',
  },
  {
    id: 'bypass-graft-with-unstable-angina', partners: [['I25.810'], ['I20.0']], code: 'I25.700', replaces: ['I25.810', 'I20.0'],
    authority: 'ICD-10-CM Guidelines I.C.9.b; Excludes1 at I25.810', because: 'Atherosclerosis of a bypass graft with unstable angina is one code, I25.700.',
  },
  {
    id: 'coronary-disease-with-spasm', partners: [['I25.10'], ['I20.1']], code: 'I25.111', replaces: ['I25.10', 'I20.1'],
    authority: 'ICD-10-CM Guidelines I.C.9.b', because: 'Coronary disease with angina by spasm is one code, I25.111.',
  },
];
