import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const child = chart().age(9).problem('F90.2', { recorded: '2024-03-02' });
const treated = child.medication('methylphenidate ER 18 MG', { date: '2026-01-05' });

export default cases({
  open: {
    'on methylphenidate since January, here for an ear': treated.encounterDiagnosis('H66.91').note('Ear pain.'),
    'no note at all': treated,
    'guanfacine': child.medication('guanfacine ER 1 MG', { date: '2026-04-05' }),
    'the last follow-up nine months ago': treated.note('ADHD follow-up 1/2026.', { encounter: 'Encounter/winter' }),
    'follow-up is due': treated.note('Schedule follow-up. Ear pain.'),
    'listed among past diseases only': treated.note('PMH: ADHD, eczema.\nEar pain, amoxicillin.'),
    'refilled by telephone, twice': child.medication('Vyvanse 30 MG', { date: '2026-08-05' }).medication('Vyvanse 30 MG', { date: '2026-10-01' }),
  },
  met: {
    'seen to today': treated.encounterDiagnosis('F90.2'),
    'trap: today’s note says it': treated.note('Assessment: ADHD, combined type, doing well, continue methylphenidate.'),
    'trap: in August': treated.problem('F90.2', { recorded: '2026-08-14' }),
    'trap: elsewhere': treated.note('ADHD follow-up done 9/2026 with psychiatry.', { encounter: 'Encounter/outside' }),
    'declined': treated.note('Mother declines ADHD follow-up visit.', { encounter: 'Encounter/phone' }),
  },
  notApplicable: {
    'no medication': child,
    'trap: stopped, says the note': treated.note('Methylphenidate stopped last month. Ear pain.'),
    'an adult of 30': chart().age(30).problem('F90.0').medication('Adderall 20 MG', { date: '2026-01-05' }),
    'trap: the brother has ADHD': chart().age(9).note('Brother has ADHD and takes Adderall.'),
    'trap: stopped in spring': child.medication('methylphenidate ER 18 MG', { date: '2025-01-05', status: 'stopped' }),
    'trap: clonidine for blood pressure': child.medication('clonidine 0.1 MG Oral Tablet', { date: '2026-01-05' }),
  },
  cannotTell: {
    'trap: one order of a week ago, nobody says since when': child.medication('methylphenidate ER 18 MG', { date: '2026-10-14' }),
    'conditions denied': treated.denied('Condition'),
    'medications denied': child.denied('MedicationRequest'),
    'notes failed': treated.failed('DocumentReference'),
    'trap: a note could not be read': treated.unreadableNote(),
  },
});
