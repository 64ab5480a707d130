import { cases } from '../../../../test/support/cases.ts';
import { chart, monthsAgo } from '../../../../test/support/chart.ts';

const diabetic = chart().age(58).problem('E11.9');

export default cases({
  open: {
    'none found': diabetic,
    'fifteen months ago': diabetic.procedure('Comprehensive diabetic foot exam', monthsAgo(15)),
    'due, says the note': diabetic.note('Diabetic foot exam due.'),
    'deferred to nobody: planned for the next visit': diabetic.note('Plan: will perform foot exam at next visit.'),
    'foot care was taught, not examined': diabetic.note('Counseled on daily foot care.'),
    'one foot is left': diabetic.problem('Z89.511'),
  },
  met: {
    'trap: no ulcers, sensation intact': diabetic.note('PHYSICAL EXAM:\nFeet: no ulcers, sensation intact to monofilament.'),
    'examined in May': diabetic.procedure('Comprehensive diabetic foot exam', '2026-05-04'),
    'trap: told in the examination': diabetic.note('PHYSICAL EXAM:\nFeet: monofilament sensation intact bilaterally, no ulcers.'),
    'trap: pulses in the examination': diabetic.note('PHYSICAL EXAM:\nExtremities: dorsalis pedis 2+ bilaterally, no edema.'),
    'trap: at the podiatrist': diabetic.note('Diabetic foot exam done 6/2026 by podiatry.'),
    'trap: HCPCS for lost protective sensation': diabetic.procedure('Follow-up evaluation', monthsAgo(4), { code: 'G0246' }),
    'trap: declined': diabetic.note('Patient declines foot exam today.'),
  },
  notApplicable: {
    'no diabetes': chart().age(58),
    'trap: both legs amputated': diabetic.problem('Z89.511').problem('Z89.512'),
    'trap: both legs, told in words': diabetic.note('S/p bilateral BKA.'),
    'trap: prediabetes': chart().age(58).problem('R73.03'),
    'trap: hospice': diabetic.problem('Z51.5'),
  },
  cannotTell: {
    'trap: procedures were denied': diabetic.denied('Procedure'),
    'trap: a note could not be read': diabetic.unreadableNote(),
    'trap: done, nobody says when': diabetic.note('Past: diabetic foot exam completed with podiatry.'),
  },
});
