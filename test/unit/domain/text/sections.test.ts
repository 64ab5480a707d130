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

  test('a label within a numbered problem ends with the problem', () => {
    expect(kinds('A/P\n1. Well child. Anticipatory guidance: choking, dental home.\n2. Otitis media, right. Amoxicillin.\n3. Eczema.').map((one) => one.split(':')[0])).toEqual(['assessment', 'instructions', 'assessment']);
    expect(kinds('A/P\n1. Well child.\nDischarge instructions:\n1. Rest.\n2. Fluids.').map((one) => one.split(':')[0])).toEqual(['assessment', 'instructions']);
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

  test('the letters of a SOAP or APSO note, alone on their lines', () => {
    expect(kinds('S\nknee pain\nO\nswollen\nA\nOA flare\nP\nNSAIDs')).toEqual(['hpi:S', 'exam:O', 'assessment:A', 'plan:P']);
    expect(kinds('A:\nOA flare\nP:\nrest\nS:\nknee pain\nO:\nswollen')).toEqual(['assessment:A:', 'plan:P:', 'hpi:S:', 'exam:O:']);
  });

  test('underlined, bold, in brackets, numbered in figures or Roman numerals', () => {
    expect(kinds('Results\n-------\nCXR clear\nAssessment\n=====\nCAP')).toEqual(['results:Results', 'assessment:Assessment']);
    expect(kinds('**Assessment**\nCAP\n__Plan__\nazithro\n[PMH]\nasthma')).toEqual(['assessment:**Assessment**', 'plan:__Plan__', 'past-history:[PMH]']);
    expect(kinds('1. HPI\ncough\n2. Assessment\nCAP\n3. Plan\nazithro')).toEqual(['hpi:1. HPI', 'assessment:2. Assessment', 'plan:3. Plan']);
    expect(kinds('I. HISTORY\ncough\nII. EXAMINATION\nclear')).toEqual(['hpi:I. HISTORY', 'exam:II. EXAMINATION']);
  });

  test('an operative note', () => {
    expect(kinds('PREOPERATIVE DIAGNOSIS: Gallstones\nPOSTOPERATIVE DIAGNOSIS: Same\nPROCEDURE PERFORMED: Lap chole\nEBL: 20 mL\nINDICATIONS FOR PROCEDURE: RUQ pain\nFINDINGS: stones\nCOMPLICATIONS: None')).toEqual(['assessment:PREOPERATIVE DIAGNOSIS:', 'assessment:POSTOPERATIVE DIAGNOSIS:', 'other:PROCEDURE PERFORMED:', 'other:EBL:', 'indication:INDICATIONS FOR PROCEDURE:', 'results:FINDINGS:', 'other:COMPLICATIONS:']);
  });

  test('an addendum is a part of its own, whatever stood before', () => {
    expect(kinds('FH: mother DM\nADDENDUM 3/4: biopsy negative\nLate entry for 0300: pt fell\n**Addendum (3/5/2026 14:30):** AF noted')).toEqual(['family-history:FH:', 'addendum:ADDENDUM 3/4:', 'addendum:Late entry for 0300:', 'addendum:**Addendum (3/5/2026 14:30):**']);
    expect(kinds('The addendum to the lease: signed')).toEqual([]);
  });

  test('a table whose rows are the parts of the note', () => {
    expect(kinds('Past Medical History\tHTN, DM\nFamily History\tMother - gout\nSmoking | No')).toEqual(['past-history:Past Medical History\t', 'family-history:Family History\t']);
  });

  test('carriage returns alone end lines, too', () => {
    expect(kinds('HPI: cough\rPMH: HTN\rPlan: rest')).toEqual(['hpi:HPI:', 'past-history:PMH:', 'plan:Plan:']);
  });

  test('a second colon begins no second section of the same name', () => {
    expect(kinds('S: cough. A/P: : rest')).toEqual(['hpi:S:', 'assessment:A/P:']);
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
