import type { NotedValue } from '../../../../../src/domain/gaps/noted/noted-value.ts';
import type { NoteOptions } from '../../../../support/notes.ts';
import type { NoteTime } from '../../../../../src/domain/gaps/noted/when.ts';
import { valuesInNote } from '../../../../../src/domain/gaps/noted/in-note.ts';
import { calendarDate, momentOf } from '../../../../../src/domain/gaps/operators/time.ts';
import { readNote } from '../../../../../src/domain/mentions/read-note.ts';
import { noteFrom } from '../../../../support/notes.ts';

/** A note written on 21 October 2026, of a stay that began on the 18th unless `office`. */
export function valuesIn(text: string, options: NoteOptions & { readonly office?: true } = {}): readonly NotedValue[] {
  const note = noteFrom(text, { date: '2026-10-21', ...options });
  const read = readNote(text);
  const time: NoteTime = { written: momentOf('2026-10-21', 0), start: momentOf(options.office ? '2026-10-21' : '2026-10-18', 0), end: momentOf('2026-10-21', 0), stay: options.office !== true };
  return valuesInNote(note, { note: note.id, language: 'english', mentions: [], sentences: read.sentences.map((span) => ({ ...span, hash: '' })), sections: read.sections }, time);
}

/** "Sodium 124", "Hemoglobin 12.4 ~2026-10-20", "Creatinine 0.9 baseline": the unit only where it is not the measurement's, the day only where it is not the note's. */
export function inShort(values: readonly NotedValue[]): readonly string[] {
  return values.map(({ measurement, value, comparator, unit, when, approximate, baseline, onRoomAir, onOxygen, postBronchodilator, atHome }) => {
    const day = when === null ? null : calendarDate(when.day);
    return [
      SHORT[measurement.name] ?? measurement.name, `${comparator ?? ''}${value}`, unit === measurement.unit ? '' : unit,
      day === null ? 'earlier' : day === '2026-10-21' && !approximate ? '' : `${approximate ? '~' : ''}${day}`,
      baseline ? 'baseline' : '', onRoomAir === true ? 'RA' : '', onOxygen === null ? '' : `${onOxygen} L`, postBronchodilator ? 'post' : '', atHome ? 'home' : '',
    ].filter((part) => part !== '').join(' ');
  });
}

const SHORT: Readonly<Record<string, string>> = {
  Hemoglobin: 'Hgb', Creatinine: 'Cr', Sodium: 'Na', Potassium: 'K', 'Systolic blood pressure': 'SBP', 'Diastolic blood pressure': 'DBP', 'Hemoglobin A1c': 'A1c', 'Oxygen saturation': 'SpO2',
  'Oxygen saturation on room air': 'SpO2-RA', 'Body temperature': 'T', 'Heart rate': 'HR', 'Respiratory rate': 'RR', 'Left ventricular ejection fraction': 'EF', 'White blood cells': 'WBC', Platelets: 'Plt', 'Blood urea nitrogen': 'BUN',
  Bicarbonate: 'CO2', 'Arterial pH': 'pH', 'Arterial oxygen pressure': 'pO2', 'Arterial carbon dioxide pressure': 'pCO2', 'PaO2/FiO2 ratio': 'P/F', 'FEV1/FVC after a bronchodilator': 'FEV1/FVC post-BD', 'PHQ-9 total score': 'PHQ-9',
  'PHQ-2 total score': 'PHQ-2', 'GAD-7 total score': 'GAD-7', 'Glasgow Coma Scale': 'GCS', 'Bone density T-score': 'T-score', 'Weight loss': 'Loss', 'Food intake': 'Intake', 'Blood loss': 'EBL', 'Body mass index': 'BMI', 'Inhaled oxygen flow rate': 'O2',
  'Mean arterial pressure': 'MAP', 'EPDS total score': 'EPDS', 'NIH Stroke Scale': 'NIHSS', 'Montreal Cognitive Assessment': 'MoCA',
};
