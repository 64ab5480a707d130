import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const stay = chart().age(58).setting('inpatient').admitted('2026-10-19T14:00:00-05:00');
const k = (value: number, date = '2026-10-19', from = stay): typeof stay => from.result('2823-3', value, 'mmol/L', date, 'laboratory');

export default cases({
  open: {
    'doses beside the fluids': k(2.8).note('NG, NS 150/h, KCl 40 mEq IV x2.'),
    'drawn the week before the office visit': k(3.1, '2026-10-16', chart().age(60)).note('K 3.1 on last labs. Stop HCTZ, recheck K.'),
    'not hemolyzed, so it is real': k(6.2).note('K 6.2, not hemolyzed. Calcium gluconate, insulin with D50.'),
    'potassium 2.9 and potassium chloride ordered': k(2.9).medication('potassium chloride 20 MEQ extended release tablet', { date: '2026-10-19' }),
    'only in the note: "K 3.1, repleted"': stay.note('K 3.1, repleted 40 meq PO. Mg 1.6.'),
    'an office visit, HCTZ stopped for it': k(3.2, '2026-10-21', chart().age(60)).note('BMP: K 3.2. Stop HCTZ, recheck K in a week.'),
    'above: 6.1 and calcium gluconate': k(6.1).note('Calcium gluconate 1 g, insulin with D50.'),
    'above: lisinopril held for it': stay.note('K 5.9 on arrival. Hold lisinopril, repeat K 4.6.'),
    'above: zirconium': k(5.7).medication('sodium zirconium cyclosilicate 10 g', { date: '2026-10-19' }),
    'low and then high: only the first was named': k(6, '2026-10-20', k(2.8)).note('Hypokalemia, KCl. Then K 6.0, Lokelma given.'),
    'milliequivalents, replaced by rider': stay.result('2823-3', 2.7, 'mEq/L', '2026-10-19', 'laboratory').note('K rider x3, telemetry.'),
  },
  met: {
    'hemolyzed, so it is not': k(6.2).note('K 6.2 in a hemolyzed tube, repeat K 4.4.'),
    'went into cells, as the provider says': k(3.1).note('K 3.1 is a beta-agonist shift, recheck K off the nebs.'),
    'hypokalemia in the progress note': k(2.9).note('Hypokalemia on the drip, replaced.'),
    'hyperK written by the consultant': k(6.2).note('Nephrology: hyperkalemia, likely from spironolactone. Hold. Repeat K.', { type: 'consult' }),
    'charted': k(3).encounterDiagnosis('E87.6').note('K 3.0, KCl 40.'),
    'the specimen was hemolyzed': k(6.4).note('K 6.4 hemolyzed, repeat K 4.4.'),
    'pseudohyperkalemia': k(5.9).note('Pseudohyperkalemia with platelets 900; repeat K in plasma.'),
  },
  notApplicable: {
    'what maintenance fluids hold': k(3.4).note('NS with KCl 40 mEq/L at 75/h while NPO.'),
    'low in a stay that is over, normal now': k(4.2, '2026-10-21', k(3.1, '2026-10-12', chart().age(60))).note('K 4.2. Recheck K in a month.'),
    'low, and nobody treated it': k(3.4).note('Appendectomy, walking, home tomorrow.'),
    'in the maintenance fluid': k(3.4).note('Appendicitis. D5 1/2NS + 20 KCl at 100.'),
    'exactly 3.5 on home potassium': k(3.5).medication('potassium chloride 20 MEQ tablet', { date: '2026-10-19' }),
    'exactly 5.5, repeated': k(5.5).note('K 5.5, repeat K.'),
    'normal, vitamin K given': k(4.1).note('INR 6. Vitamin K 2.5 mg PO, repeat INR.'),
    'a goal, not a value': stay.note('Replete K for goal above 4. K 4.2.'),
    'cancelled result': stay.result('2823-3', 7.2, 'mmol/L', '2026-10-19', 'laboratory', { status: 'cancelled' }).result('2823-3', 4.3, 'mmol/L', '2026-10-19', 'laboratory').note('Repeat K 4.3.'),
    'low last spring only': k(2.8, '2026-04-02').note('Continue KCl 20 daily.'),
  },
  cannotTell: {
    'laboratory results were denied': stay.note('KCl 40 given.').denied('Observation', 'category=laboratory'),
    'conditions were denied': k(2.9).note('KCl 40 given.').denied('Condition'),
  },
});
