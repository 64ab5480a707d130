import { LEAD } from '../measurements.ts';
import { ageBetween } from '../operators/age-between.ts';
import { any } from '../operators/any.ts';
import { cannotTellWhere } from '../operators/cannot-tell-where.ts';
import { count } from '../operators/count.ts';
import { declined } from '../operators/declined.ts';
import { done } from '../operators/done.ts';
import { noted } from '../operators/noted.ts';
import { defineRule } from '../rule.ts';

const WORDS = ['blood lead', 'lead level*', 'lead test*', 'lead screen*', 'venous lead', 'capillary lead', 'serum lead', 'lead, blood', 'lead [mass', 'pb level'];

export default defineRule({
  id: 'lead-screening',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 110,
  title: 'Blood lead of a small child',
  topic: 'lead-screening',
  authority: [
    'CMS EPSDT, State Medicaid Manual and informational bulletin (2016): blood lead at 12 and 24 months, and by 72 months where none was done',
    'AAP Bright Futures (2025) and CDC (2021, reference value 3.5 µg/dL): by risk or by place where Medicaid does not pay',
    'HEDIS Lead Screening in Children (2026): one test by the second birthday',
  ],
  rationale: 'One blood test ever answers it, as in the measure; the second of Medicaid and the follow-up of a high result are not asked. Where only a questionnaire on risk is told, it depends on payer and place whether that is enough.',
  appliesTo: ageBetween(12, 72, 'months'),
  trigger: ageBetween(12, 72, 'months'),
  met: any(
    count(LEAD, { withinMonths: 72, results: 1 }).atLeast(0),
    done('blood lead test', { codes: { loinc: LEAD.loinc }, words: WORDS, except: ['questionnaire', 'risk', 'pacemaker', 'ekg', 'ecg'], kinds: ['Observation', 'DiagnosticReport', 'Procedure'], withinMonths: null }),
    noted('a lead result', ['lead'], { visit: 'any', is: 'ever', beside: ['mcg/dl', 'ug/dl', 'µg/dl', 'at 12 months', 'at 24 months', 'at 9 months', 'at 1 year', 'at 2 years', '<1', '<2', '<3', '<3.3', '<3.5', '<5', '< 2', '< 3', '< 3.5', '< 5'], except: ['due', 'order*', 'ecg', 'ekg', 'pacemaker', 'questionnaire', 'risk*', 'repeat', 'recommend*', 'needs', 'will', 'never', 'no lead'] }),
    declined('blood lead test', WORDS, 12),
    cannotTellWhere('only a questionnaire on the risk of lead is told, and whether that is enough depends on payer and place', noted('risk of lead asked', ['lead'], { visit: 'any', is: 'either', beside: ['questionnaire', 'risk assessment', 'risk factors', 'risk screen*', 'exposure'] })),
  ),
  says: {
    open: 'No blood lead test is on record, and no note tells of one or that it was declined.',
    met: 'Blood lead was tested, here or elsewhere, or it was declined.',
    outOfScope: 'Only from 12 through 71 months.',
    notTriggered: 'Only from 12 through 71 months.',
  },
  asks: null,
  thresholds: { fromAge: { at: ['/appliesTo/atLeast', '/trigger/atLeast'], unit: 'months', between: [9, 24] } },
});
