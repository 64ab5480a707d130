import { cases } from '../../../../test/support/cases.ts';
import type { ChartBuilder } from '../../../../test/support/chart.ts';
import { chart } from '../../../../test/support/chart.ts';

const uacr = (on: ChartBuilder, value: number, date: string, unit = 'mg/g', options: { readonly status?: string } = {}): ChartBuilder => on.result('9318-7', value, unit, date, 'laboratory', options);
const adult = chart().age(58);
const twice = uacr(uacr(adult, 64, '2026-04-10'), 71, '2026-10-12');

export default cases({
  open: {
    '64 and 71, diabetes without its kidneys': twice.problem('E11.9').note('T2DM at goal. Losartan raised for the urine.'),
    'two of three': uacr(uacr(uacr(adult, 45, '2026-01-10'), 22, '2026-05-10'), 39, '2026-10-12'),
    'mg/mmol': uacr(uacr(adult, 6.2, '2026-04-10', 'mg/mmol'), 7.1, '2026-10-12', 'mg/mmol'),
    'told in the note': adult.note('UACR 88 today (92 on 4/2/2026). Hypertension controlled, lisinopril up.'),
    'one charted, one told': uacr(adult, 120, '2026-03-10').note('Labs today: UACR 140, eGFR 88.'),
    'exactly 30': uacr(uacr(adult, 30, '2026-04-10'), 30, '2026-10-12'),
    'another code for it': uacr(adult, 64, '2026-04-10').result('14959-1', 80, 'mg/g', '2026-10-12', 'laboratory').note('BP good.'),
    'peripheral neuropathy is none of the kidney': twice.note('Diabetic neuropathy, gabapentin.'),
    'the father had nephropathy': twice.note('Father had diabetic nephropathy. BP good.'),
  },
  met: {
    'albuminuria': twice.note('Albuminuria, losartan raised.'),
    'diabetic nephropathy charted': twice.problem('E11.21'),
    'microalbuminuria, likely diabetic': twice.note('Likely diabetic microalbuminuria, SGLT2 inhibitor.'),
    'CKD G2 A2': twice.note('CKD stage 2, A2.'),
    'proteinuria by the consultant': twice.note('Renal: proteinuria from hypertension.', { type: 'consult', by: 'Dr. Renal' }),
    'explained by infection': twice.note('UACR raised during UTI both times, repeat when clear.'),
  },
  notApplicable: {
    'one high': uacr(adult, 64, '2026-10-12'),
    '29 twice': uacr(uacr(adult, 29, '2026-04-10'), 29, '2026-10-12'),
    'one of three': uacr(uacr(uacr(adult, 12, '2026-01-10'), 64, '2026-05-10'), 14, '2026-10-12'),
    'the same week': uacr(uacr(adult, 64, '2026-10-09'), 71, '2026-10-12'),
    'long ago': uacr(uacr(adult, 64, '2022-04-10'), 71, '2023-10-12'),
    'the second was cancelled': uacr(uacr(adult, 64, '2026-04-10'), 71, '2026-10-12', 'mg/g', { status: 'cancelled' }),
    'pregnant': uacr(uacr(chart().age(30), 64, '2026-08-10'), 71, '2026-10-12').encounterDiagnosis('O09.91'),
    'a child': uacr(uacr(chart().age(9), 64, '2026-04-10'), 71, '2026-10-12'),
    'the wife’s': adult.note('Wife’s UACR 90 and 80. His 8.'),
  },
  cannotTell: {
    'laboratory results were denied': adult.denied('Observation', 'category=laboratory'),
    'a page was missing': twice.partial('Observation'),
    'a unit without the creatinine': uacr(uacr(adult, 64, '2026-04-10', 'mg/L'), 71, '2026-10-12', 'mg/L'),
    'a note of this visit could not be read': twice.unreadableNote(),
  },
});
