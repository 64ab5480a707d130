import { describe, expect, test } from 'vitest';
import type { Block } from '../../../../src/domain/model/index.ts';
import { splitSections } from '../../../../src/domain/text/sections.ts';

describe('splitSections', () => {
  test('headers with a colon, in capitals, as Markdown, on a line of their own', () => {
    expect(kinds('HPI: cough x3d\nASSESSMENT AND PLAN\nCAP\n## Plan\nrest\nPast Medical History\nHTN')).toEqual(['hpi:HPI:', 'assessment:ASSESSMENT AND PLAN', 'plan:## Plan', 'past-history:Past Medical History']);
  });

  test('the shorthand of practice', () => {
    expect(kinds('CC: cough\nPMH: HTN\nPSHx: appy\nFH: dad MI\nSH: no tob\nAll: NKDA\nROS: neg\nA/P: CAP')).toEqual(['chief-complaint:CC:', 'past-history:PMH:', 'surgical-history:PSHx:', 'family-history:FH:', 'social-history:SH:', 'allergies:All:', 'ros:ROS:', 'assessment:A/P:']);
  });

  test('a numbered problem inside an assessment is content', () => {
    expect(kinds('A/P:\n1. Essential hypertension - at goal\n2. Diet: low salt\n3. Labs: BMP\n## Diabetes\nmetformin')).toEqual(['assessment:A/P:']);
  });

  test('section switches within one line', () => {
    expect(kinds('S: 24F wants contraception. PMH: neg. FH: VTE (sis, on OCP). SH: no tob')).toEqual(['hpi:S:', 'past-history:PMH:', 'family-history:FH:', 'social-history:SH:']);
  });

  test('a dash for a colon, and bare capitals', () => {
    expect(kinds('ALLERGIES - NONE\nFHx neg for glaucoma')).toEqual(['allergies:ALLERGIES -', 'family-history:FHx']);
  });

  test('parts of an examination do not end it', () => {
    expect(kinds('Physical Exam:\nHEENT: PERRL\nNECK: supple\nLungs: clear\nPlan:\nrest')).toEqual(['exam:Physical Exam:', 'plan:Plan:']);
  });

  test('a radiology report', () => {
    expect(kinds('INDICATION: cough\nTECHNIQUE: PA and lateral\nFINDINGS: clear\nIMPRESSION: No acute disease')).toEqual(['indication:INDICATION:', 'other:TECHNIQUE:', 'results:FINDINGS:', 'impression:IMPRESSION:']);
  });

  test('a discharge summary', () => {
    expect(kinds('ADMISSION DIAGNOSIS: CAP\nDISCHARGE DIAGNOSES:\n1. CAP\nHOSPITAL COURSE:\nTreated.\nDISCHARGE INSTRUCTIONS:\nRest.')).toEqual(['assessment:ADMISSION DIAGNOSIS:', 'discharge-diagnosis:DISCHARGE DIAGNOSES:', 'hospital-course:HOSPITAL COURSE:', 'instructions:DISCHARGE INSTRUCTIONS:']);
  });

  test('words around a name: "Pertinent Past Medical History (per chart):"', () => {
    expect(kinds('Pertinent Past Medical History (per chart): HTN')).toEqual(['past-history:Pertinent Past Medical History (per chart):']);
  });

  test('a family history on one line does not swallow the paragraph after the blank line', () => {
    expect(kinds('FH: mother DM\n\nHere today for knee pain.')).toEqual(['family-history:FH:', 'other:']);
    expect(kinds('PMH: 1. HTN\n\n2. DM\n')).toEqual(['past-history:PMH:']);
  });

  test('times and ratios are no headers, nor words in a sentence', () => {
    expect(kinds('Seen at 10:30 with the plan: rest and fluids')).toEqual([]);
    expect(kinds('She has a family history of stroke')).toEqual([]);
  });

  test('headings that the extraction saw', () => {
    const text = 'Allergies\nnone\nEmergency contact\nwife';
    const blocks: Block[] = [{ kind: 'heading', start: 0, end: 9 }, { kind: 'paragraph', start: 10, end: 14 }, { kind: 'heading', start: 15, end: 32 }];
    expect(kinds(text, blocks)).toEqual(['allergies:Allergies', 'other:Emergency contact']);
  });

  test('end to end, without holes', () => {
    const text = 'intro\r\nPMH: HTN\r\n\r\nPlan: rest';
    const sections = splitSections(text);
    expect(sections.map((section) => text.slice(section.start, section.end)).join('')).toBe(text);
  });
});

function kinds(text: string, blocks: readonly Block[] = []): string[] {
  return splitSections(text, blocks).filter((section) => section.end > section.start && (section.header.end > section.header.start || section.start > 0)).map((section) => `${section.kind}:${text.slice(section.header.start, section.header.end)}`);
}
