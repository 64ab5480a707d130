import { describe, expect, it } from 'vitest';
import { poaOf, type AdmissionStatement } from '../../../../../src/domain/coding/poa/present-on-admission.ts';
import type { AssertionStatus, Chart, NoteType } from '../../../../../src/domain/model/index.ts';
import { chart } from '../../../../support/chart.ts';
import { noteFrom } from '../../../../support/notes.ts';

/** Admitted on 21 October. */
const stay: Chart = chart().setting('inpatient').build();

function said(type: NoteType, date: string, words: string, status: AssertionStatus = 'present'): AdmissionStatement {
  return { note: noteFrom(words, { type, date, encounter: stay.encounter.source.reference }), words, status };
}

describe('present on admission (Appendix I)', () => {
  it.each([
    ['in the admission note', 'J18.9', said('hp', '2026-10-22', 'Pneumonia of the right lower lobe.'), 'Y'],
    ['in the emergency department', 'N17.9', said('ed', '2026-10-20', 'Acute kidney injury.'), 'Y'],
    ['by a consultant on the day of admission', 'I48.91', said('consult', '2026-10-21', 'Atrial fibrillation with rapid response.'), 'Y'],
    ['suspected on the way in', 'J18.9', said('hp', '2026-10-21', 'Suspected pneumonia.', 'possible'), 'Y'],
    ['told at discharge as what the patient came with', 'J18.9', said('discharge', '2026-10-25', 'She was admitted with pneumonia.'), 'Y'],
    ['chronic, first named on the third day', 'N18.32', said('progress', '2026-10-23', 'CKD stage 3b.'), 'Y'],
    ['said outright', 'L89.153', said('progress', '2026-10-24', 'Stage 3 sacral ulcer, present on admission.'), 'Y'],
    ['developed in the stay', 'I26.99', said('progress', '2026-10-24', 'She developed a pulmonary embolism on hospital day 3.'), 'N'],
    ['hospital-acquired', 'J18.9', said('progress', '2026-10-25', 'Hospital-acquired pneumonia, cefepime started.'), 'N'],
    ['after the operation', 'K56.7', said('discharge', '2026-10-25', 'Postoperative ileus resolved with rest.'), 'N'],
    ['said outright not to have been', 'L89.152', said('progress', '2026-10-24', 'Sacral ulcer, not present on admission.'), 'N'],
    ['told on the day of admission as begun since', 'I95.9', said('progress', '2026-10-21', 'Developed hypotension after induction.'), 'N'],
    ['the provider cannot tell', 'I82.401', said('progress', '2026-10-24', 'Unable to determine whether the DVT was present on admission.'), 'W'],
    ['first named on the fourth day, without a word of when', 'I82.401', said('progress', '2026-10-24', 'Deep vein thrombosis of the right leg.'), null],
    ['at discharge alone, without a word of when', 'N17.9', said('discharge', '2026-10-25', 'Acute kidney injury, resolved.'), null],
    ['hospital-acquired, and the reason why he came back', 'J18.9', said('hp', '2026-10-21', 'Hospital-acquired pneumonia after discharge last week.'), 'Y'],
    ['denied', 'J18.9', said('hp', '2026-10-21', 'No pneumonia.', 'absent'), null],
    ['exempt: history', 'Z87.891', said('hp', '2026-10-21', 'Former smoker.'), 'exempt'],
    ['exempt: sequela of a stroke', 'I69.351', said('hp', '2026-10-21', 'Hemiparesis from an old stroke.'), 'exempt'],
    ['exempt: a later phase of an injury', 'S72.001D', said('hp', '2026-10-21', 'Healing hip fracture.'), 'exempt'],
    ['not exempt: the injury itself', 'S72.001A', said('hp', '2026-10-21', 'Hip fracture.'), 'Y'],
    ['not exempt: a fall may happen in the ward', 'W06.XXXA', said('progress', '2026-10-23', 'Fell from bed overnight.'), 'N'],
  ] as const)('%s (%s)', (_, code, statement, indicator) => {
    expect(poaOf(code, [statement], stay)).toBe(indicator);
  });

  it('weighs all notes: what is told on the way in decides before what is told later', () => {
    const later = said('progress', '2026-10-24', 'Hospital course complicated by kidney injury.');
    expect(poaOf('N17.9', [later], stay)).toBe('N');
    expect(poaOf('N17.9', [later, said('hp', '2026-10-21', 'Kidney injury.')], stay)).toBe('Y');
  });

  it('is not told where two notes contradict each other outright', () => {
    const yes = said('progress', '2026-10-23', 'Sacral ulcer, present on admission.');
    const no = said('progress', '2026-10-24', 'Sacral ulcer, not present on admission.');
    expect(poaOf('L89.153', [yes, no], stay)).toBeNull();
  });

  it('is not asked outside inpatient stays', () => {
    expect(poaOf('J18.9', [said('hp', '2026-10-21', 'Pneumonia.')], chart().setting('observation').build())).toBeNull();
  });

  it('is not told where nothing is said', () => {
    expect(poaOf('J18.9', [], stay)).toBeNull();
  });
});
