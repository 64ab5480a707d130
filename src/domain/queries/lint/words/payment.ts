import type { WordRow } from './phrases.ts';

/** The patient's own money is a social determinant (ICD-10-CM Z59), not the hospital's. */
const OF_THE_PATIENT = ['afford*', 'rations', 'rationing', 'copay*', 'uninsured', 'underdos*', 'hardship', 'food insecurity', 'housing', 'unable to pay', 'cannot pay', 'could not pay', "can't pay", 'lost insurance', 'loss of insurance', 'insurance lapse*', 'lapse*'];

/**
 * Words of payment. A query must not tell the effect on reimbursement.
 * Authority: AHIMA/ACDIS, Guidelines for Achieving a Compliant Query Practice (2022 update), "Query content".
 */
export const PAYMENT_WORDS: readonly WordRow[] = [
  { words: ['reimburs*', 'underpaid', 'underpayment*', 'overpayment*', 'overpaid', 'revenue', 'capitat*', 'bottom line', 'profit*', 'write off', 'shared savings', 'value based', 'upcod*', 'pay for performance', 'paid at a*', 'recoup*', 'clawback*', 'downcod*', 'left on the table', 'leaves money', 'we lose', 'we would lose', 'hospital loses', 'lose money', 'fiscal*', 'penalty', 'penalties', 'penaliz*', 'higher paying', 'pays more', 'paying more', 'prepayment*', 'post payment', 'margin for the*'], why: 'payment named outright', unless: ['surgical margin*', 'resection margin*', 'margins positive', 'margins negative'] },
  { words: ['drg', 'drgs', 'msdrg', 'ms drg', 'apr drg', 'relative weight', 'higher weighted', 'higher weight', 'better weight', 'heavier weight', 'more weight', 'weight for this stay', 'weight of this stay', 'weight of the stay', 'weight of the case', 'weight for the case', 'drg weight', 'much lower weight', 'is worth', 'are worth', 'worth more', 'account groups', 'case groups', 'stay groups', 'groups to', 'grouped to', 'regroup*', 'case mix', 'case weight', 'payment tier', 'payment category', 'gmlos', 'geometric mean length of stay', 'cost outlier', 'two midnight', '2 midnight'], why: 'the payment group of the stay', unless: ['dorsal root', 'ganglion', 'stimulator'] },
  { words: ['cmi'], why: 'case mix index; chronic mesenteric ischemia has the same letters', unless: ['mesenteric', 'ischemi*', 'sma', 'celiac', 'postprandial'], isShortForm: true },
  { words: ['raf', 'raf score', 'risk adjust*', 'risk adjustment', 'risk score for the plan', 'risk coefficient', 'recapture*'], why: 'payment by risk adjustment', unless: ['rvr', 'rapid atrial', 'afib'] },
  { words: ['payer*', 'payor*', 'insurer*', 'third party'], why: 'who pays', unless: OF_THE_PATIENT },
  { words: ['payment*', 'pays', 'paid', 'pay', 'dollars', 'fee', 'fees', 'bonus', 'bonuses', 'incentive*', 'budget', 'funding', 'billing', 'billable', 'billed', 'our bill', 'the bill', 'financial*', 'money', 'cost the hospital', 'costs the hospital', 'costs us', 'cost us', 'loses us', 'income'], why: 'money', unless: [...OF_THE_PATIENT, 'paid attention', 'pay attention', 'paid caregiver', 'financial strain', 'low income', 'billing of the'] },
  { words: ['denial', 'denials', 'be denied', 'been denied', 'deny the', 'gets denied', 'get denied', 'was denied by', 'denied by', 'rejected claim*', 'claim', 'claims', 'the auditor*', 'an auditor*', 'auditors', 'external audit*', 'payer audit*', 'rac audit*', 'audit risk', 'survive an audit', 'audit proof', 'appeal letter', 'get it paid', 'get paid', 'medical necessity'], why: 'denial of payment', unless: ['patient claims', 'he claims', 'she claims', 'denied by the patient', 'denied by patient', 'denial of symptoms', 'pt claims', 'claims to', 'claims he', 'claims she', ...OF_THE_PATIENT] },
  { words: ['insurance', 'medicare', 'medicaid', 'the plan', 'health plan', 'medicare advantage', 'cms', 'blue cross', 'bcbs', 'aetna', 'humana', 'cigna', 'anthem', 'unitedhealth*', 'united healthcare', 'uhc', 'kaiser', 'rac', 'insurance company'], why: 'a payer that acts', beside: ['downgrade*', 'downcode*', 'criteria for payment', 'require*', 'pay*', 'paid', 'den*', 'reject*', 'money', 'audit*', 'approve*', 'cover', 'covers', 'covered', 'los*', 'penal*', 'rate', 'rates', 'credit'], unless: OF_THE_PATIENT },
];

/** A sum of money: "$4,200", "4200 dollars". */
export const MONEY = /[$€£]\s?\d[\d,.]*\s?[km]?/giu;
