import { beforeAll, describe, expect, it } from 'vitest';
import { singleNoteChart } from '../../../../src/app/single-note.ts';
import { analyzeNote, conclude } from '../../../../src/domain/engine.ts';
import { DEFAULT_POLICY, type Analysis, type Knowledge, type NoteContext } from '../../../../src/domain/model/index.ts';
import { plainNote } from '../../../../src/domain/text/plain-note.ts';
import { loadKnowledge } from '../../../../src/knowledge/node/index.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await loadKnowledge();
});

const DAY = '2026-03-01';

function read(text: string): Analysis {
  const context: NoteContext = { ageYears: null, sex: 'unknown', setting: 'outpatient', noteType: 'progress', authorRole: 'provider', serviceDate: DAY };
  const note = plainNote({ id: 'visit', text, type: 'progress', date: DAY });
  return conclude(singleNoteChart(note, context, DAY), [analyzeNote(note, context, knowledge)], knowledge, DEFAULT_POLICY);
}

const codes = (text: string) => read(text).suggestions.filter(({ system }) => system === 'icd-10-cm').map(({ code }) => code).toSorted();
const why = (text: string, code: string) => read(text).leftOut.find((one) => one.code === code)?.why ?? null;

describe('an assessment that names no condition in words that are understood', () => {
  it('does not turn the history into what was assessed', () => {
    expect(codes('HPI\nShe has atopic eczema.\n\nPAST MEDICAL HISTORY\nAtrial fibrillation.\n\nIMPRESSION\nStrained flexor apparatus, unusual.')).toEqual([]);
    expect(codes('CHIEF COMPLAINT\nKnee pain.\n\nASSESSMENT\nMeniscal whatsit.')).toEqual([]);
  });

  it('but takes the diagnosis that the visit is for', () => {
    expect(codes('CHIEF COMPLAINT\nHypothyroidism.\n\nHPI\nHe has asthma.\n\nASSESSMENT\nDoing well. Same dose.')).toEqual(['E03.9']);
  });

  it('and a plan alone, which only says what is done, leaves the conditions told above it', () => {
    expect(codes('HPI\nHe has asthma.\n\nPLAN\nSame dose.')).toEqual(['J45.909']);
  });
});

describe('the history that opens an assessment with problem titles', () => {
  const note = 'ASSESSMENT AND PLAN\nJohn Doe is a 55-year-old male with a past medical history significant for anxiety and epilepsy. He presents today with a cough.\n\nEpilepsy.\n• Medical Treatment: Continue Keppra.\n\nHypertension.\n• Medical Treatment: Continue lisinopril.';

  it('is history, but for what has a title of its own', () => {
    expect(codes(note)).toEqual(expect.arrayContaining(['G40.909', 'I10']));
    expect(codes(note)).not.toContain('F41.9');
    expect(why(note, 'F41.9')).toContain('history');
  });

  it('stands where the assessment has no titles', () => {
    expect(codes('ASSESSMENT AND PLAN\nA 55-year-old male with a history of asthma here for refills, which he gets today for three months more, as he is well.')).toEqual(['J45.909']);
  });

  it('reaches no further than the reason for the visit', () => {
    expect(codes('ASSESSMENT\nA 55-year-old female with a history of asthma who presents with sciatica.\n\nHypertension.\n- Stable.')).toContain('M54.30');
  });
});

describe('what the visit is for', () => {
  it('is reported from the chief complaint where it is an encounter of its own kind', () => {
    expect(codes('CHIEF COMPLAINT\nAnnual exam.\n\nASSESSMENT\nHypertension.')).toEqual(['I10', 'Z00.00']);
    expect(codes('HPI\nShe presents for her annual physical exam.\n\nASSESSMENT\nHypertension.')).toEqual(['I10', 'Z00.00']);
  });

  it.each([
    'HPI\nHer annual exam was in May.\n\nASSESSMENT\nHypertension.',
    'ASSESSMENT\nHypertension.\n\nINSTRUCTIONS\nReturn for the annual exam.',
    'ASSESSMENT\nHypertension.\n- Should surgery be needed, I will ask for preoperative clearance from his cardiologist.',
  ])('and nowhere else: %j', (text) => expect(codes(text)).toEqual(['I10']));
});

describe('tobacco', () => {
  it('is dependence on cigarettes where the note says what is smoked (Index, Dependence, nicotine, cigarettes)', () => {
    expect(codes('ASSESSMENT\n1. Nicotine dependence.\n- He is smoking 1.5 packs per day.')).toEqual(['F17.210']);
    expect(codes('SOCIAL HISTORY\nDown to a few cigarettes daily.\n\nASSESSMENT\nNicotine dependence.')).toEqual(['F17.210']);
    expect(codes('ASSESSMENT\nNicotine dependence. Vapes.')).not.toContain('F17.210');
  });

  it('is assessed where the plan counsels to stop', () => {
    expect(codes('HPI\nShe is a current smoker.\n\nASSESSMENT\nCOPD.\n- Counseled on the importance of smoking cessation.')).toEqual(['F17.200', 'J44.9']);
    expect(codes('HPI\nShe is a current smoker.\n\nASSESSMENT\nHypertension.')).toEqual(['I10']);
    expect(codes('HPI\nFormer smoker.\n\nASSESSMENT\nHypertension. Smoking cessation was years ago.')).not.toContain('F17.200');
  });
});

describe('a history code beside the condition itself', () => {
  it('says nothing more', () => {
    expect(codes('ASSESSMENT\nKidney stone. History of kidney stones.')).toEqual(['N20.0']);
    expect(codes('ASSESSMENT\nDysuria. History of kidney stones.')).toContain('Z87.442');
  });

  it('an infarction of years ago is an old one beside heart disease (tabular I25.2)', () => {
    expect(codes('HPI\nHe had a heart attack in 2018.\n\nASSESSMENT\nCoronary artery disease.')).toEqual(['I25.10', 'I25.2']);
    expect(codes('HPI\nHe had a heart attack in 2018.\n\nASSESSMENT\nTick bite of the arm. Hypertension.')).not.toContain('I25.2');
    expect(codes('FAMILY HISTORY\nFather had a heart attack in 2018.\n\nASSESSMENT\nCoronary artery disease.')).toEqual(['I25.10']);
  });
});

describe('symptoms', () => {
  it('that have a problem title of their own stay beside a disease that only may explain them', () => {
    expect(codes('ASSESSMENT\n• Hypothyroidism.\n• Abnormal weight gain.')).toEqual(['E03.9', 'R63.5']);
    expect(codes('ASSESSMENT\n• Hypothyroidism, with fatigue and abnormal weight gain of late, as we discussed.')).toEqual(['E03.9']);
    expect(codes('ASSESSMENT\n• Kidney stones.\n• Back pain.')).toEqual(['N20.0']);
  });

  it('that the assessment says are over are not reported from the words before', () => {
    expect(codes('ASSESSMENT\nSeen after a visit to the emergency department for chest tightness and dysphagia. The dysphagia has resolved.')).not.toContain('R13.10');
    expect(codes('ASSESSMENT\nDysphagia. The hives have resolved.')).toContain('R13.10');
  });
});

describe('a cancer that was removed, without sign of it since (I.C.2.m)', () => {
  it('is a history of cancer', () => {
    expect(codes('ASSESSMENT\nBreast cancer, right.\nStatus post lumpectomy and radiation therapy. No evidence of recurrent disease.')).toEqual(['Z85.3']);
    expect(codes('ASSESSMENT\nER-positive breast cancer, right.\nStatus post lumpectomy and radiation therapy. No evidence of recurrent disease.')).not.toContain('Z17.0');
  });

  it.each([
    ['still treated', 'ASSESSMENT\nBreast cancer, right.\nStatus post lumpectomy, continues anastrozole. No evidence of recurrent disease.', 'C50.911'],
    ['its receptors are told', 'ASSESSMENT\nBreast cancer, right, estrogen receptor positive.', 'Z17.0'],
    ['not removed', 'ASSESSMENT\nProstate cancer.\nNo evidence of metastatic disease.', 'C61'],
    ['still there', 'ASSESSMENT\nBreast cancer, right.\nStatus post lumpectomy with positive margins.', 'C50.911'],
  ])('but not while %s', (_, text, code) => expect(codes(text)).toContain(code));
});

describe('what an assessment tells beside its problems', () => {
  it('the reason for the visit that its first sentence says again is left to the titles', () => {
    const note = (title: string) => `ASSESSMENT AND PLAN\nJane Doe is a 48-year-old female. She presents today with an abnormal lab finding and fatigue.\n\n${title}\n• Medical Treatment: Continue.`;
    expect(codes(note('Hypothyroidism.'))).toEqual(['E03.9']);
    expect(codes(note('Fatigue.'))).toEqual(['R53.83']);
    expect(codes('ASSESSMENT\nA 48-year-old female who presents with fatigue, to be worked up further as an outpatient with the tests that we spoke of today.')).toEqual(['R53.83']);
  });

  it('a symptom told in a bullet belongs to the heading above it, in whatever words', () => {
    const note = 'PLAN\n\nElevated alkaline phosphatase.\n- Recheck.\n\nLung field oddity on examination.\n- He had been feeling more fatigued at the end of the day.\n- Ordered testing.';
    expect(codes(note)).toEqual(['R74.8']);
    expect(codes('PLAN\n- Hypertension, stable.\n- Fatigue for weeks.')).toEqual(['I10', 'R53.83']);
    expect(codes('ASSESSMENT\nHypertension.\n\nPLAN\n- Fatigue: check the thyroid.')).toContain('R53.83');
  });

  it.each([
    'I have stressed the importance of hydration.', 'She will use crutches for two days.', 'This was caused by dietary indiscretion.', 'We counseled on exercise.',
  ])('a circumstance in passing is none of its problems: %s', (sentence) => expect(codes(`ASSESSMENT\nHypertension.\n- ${sentence}`)).toEqual(['I10']));

  it('but is reported as a problem of its own', () => {
    expect(codes('ASSESSMENT\n1. Status post mitral valve repair\n2. Hypertension')).toContain('Z98.890');
  });
});

describe('every code that is understood and not suggested', () => {
  it.each([
    ['ASSESSMENT\nHypertension.\nHeart failure.', 'I10', 'I11.0'],
    ['HPI\nCKD stage 3b.\n\nASSESSMENT\nCKD, stable.', 'N18.9', 'N18.32 says more'],
    ['ASSESSMENT\nIron deficiency anemia. The anemia is better.', 'D64.9', 'D50.9 says more'],
    ['ASSESSMENT\nMalaise. No fever.', 'R50.9', 'not there'],
    ['HPI\nOn aspirin 81 mg for 5 days.\n\nASSESSMENT\nHypertension.', 'Z79.82', 'long time'],
  ])('has a reason: %j', (text, code, reason) => expect(why(text, code)).toContain(reason));

  it('and what is merged into a fuller code leaves its words there as evidence', () => {
    const [anemia] = read('ASSESSMENT\nIron deficiency anemia, on oral iron for a month now. We spoke of what else to do.\nHer anemia is better since then.').suggestions;
    expect(anemia).toMatchObject({ code: 'D50.9', evidence: [{ quote: expect.stringContaining('oral iron') }, { quote: expect.stringContaining('is better') }] });
  });
});

describe('a vaccine given at this visit (I.C.21.c.2)', () => {
  it.each([
    'The patient will receive his tetanus vaccine in office today.', 'Tdap given today.', 'Influenza vaccine administered today without reaction.', 'She got her flu shot in the office.', 'We gave the shingles vaccine at this visit.',
  ])('%s', (sentence) => expect(codes(`ASSESSMENT\n1. Hypertension.\n2. Prevention.\n- ${sentence}`)).toEqual(['I10', 'Z23']));

  it.each([
    'He has received both doses of the COVID-19 vaccination.', 'Due for a tetanus vaccine.', 'Flu shot declined today.', 'She received her flu shot at the pharmacy last week.', 'Recommend shingles vaccine next month.', 'If available, Tdap will be given today.',
    'Fully vaccinated against COVID-19.', 'She gets allergy shots in the clinic.',
  ])('but not: %s', (sentence) => expect(codes(`ASSESSMENT\n1. Hypertension.\n2. Prevention.\n- ${sentence}`)).not.toContain('Z23'));
});
