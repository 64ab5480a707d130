import { GERM_IN_BLOOD, ORGAN_DYSFUNCTION_TOLD, resolvedInThisStay } from '../groups/validated.ts';
import { SEPSIS } from '../groups/infection.ts';
import { BILIRUBIN, CREATININE, GCS, HEART_RATE, LACTATE, MEAN_ARTERIAL_PRESSURE, PF_RATIO, PLATELETS, RESPIRATORY_RATE, SPO2, SYSTOLIC, TEMPERATURE, WBC } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { atLeastOf } from '../operators/at-least-of.ts';
import { measuredThisVisit } from '../operators/measured-this-visit.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { settingIs } from '../operators/setting-is.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'sepsis-validation',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician'],
  order: 120,
  title: 'Sepsis documented, with few of its criteria in the record',
  topic: 'clinical-validation',
  authority: [
    'Sepsis-3 (2016): infection with a rise of SOFA by 2 or more; SOFA: creatinine 2.0, platelets below 100, bilirubin 2.0, GCS below 15, P/F below 300, MAP below 70',
    'Sepsis-2 (2001 International Sepsis Definitions): two of temperature above 38.3 or below 36, heart rate above 90, respiratory rate above 20, leukocytes above 12 or below 4',
    'Surviving Sepsis Campaign (2021): lactate above 2 mmol/L',
    'ACDIS/AHIMA, Guidelines for Achieving a Compliant Query Practice (2022): clinical validation; ICD-10-CM Official Guidelines FY2027 (2026), I.A.19: the diagnosis stays the provider’s',
  ],
  rationale: 'A documented diagnosis stands until its provider says otherwise. Where what was measured speaks little for it, the provider is asked, and nothing is removed.',
  appliesTo: all(ageAtLeast(18), any(settingIs('inpatient'), settingIs('observation'), settingIs('ed'))),
  trigger: all(
    assessed(SEPSIS, ['present', 'historical']),
    any(
      noted('sepsis', ['sepsis', 'septic', 'septicemia'], { by: 'provider', except: ['history of', 'screen*', 'alert', 'protocol', 'risk of'] }),
      statedInNotes('it, resolved in this stay', { actions: ['resolved', 'resolving', 'improved'], objects: resolvedInThisStay(['sepsis', 'septic shock']) }),
    ),
    not(any(
      measuredThisVisit(LACTATE).above(2), measuredThisVisit(CREATININE).atLeast(2), measuredThisVisit(PLATELETS).below(100), measuredThisVisit(BILIRUBIN).atLeast(2),
      measuredThisVisit(GCS).below(15), measuredThisVisit(PF_RATIO).below(300), measuredThisVisit(SPO2).below(90), measuredThisVisit(SYSTOLIC).atMost(100), measuredThisVisit(MEAN_ARTERIAL_PRESSURE).below(70),
      noted('organ dysfunction', ORGAN_DYSFUNCTION_TOLD), noted('a germ in the blood', GERM_IN_BLOOD),
    )),
    not(atLeastOf(2,
      any(measuredThisVisit(TEMPERATURE).above(38.3), measuredThisVisit(TEMPERATURE).below(36)), measuredThisVisit(HEART_RATE).above(90), measuredThisVisit(RESPIRATORY_RATE).above(20),
      any(measuredThisVisit(WBC).above(12), measuredThisVisit(WBC).below(4)),
    )),
    atLeastOf(3,
      measuredThisVisit(TEMPERATURE).atLeast(30), measuredThisVisit(HEART_RATE).atLeast(20), measuredThisVisit(WBC).atLeast(0.1), measuredThisVisit(LACTATE).atLeast(0.1),
      measuredThisVisit(CREATININE).atLeast(0.1), measuredThisVisit(PLATELETS).atLeast(1),
    ),
    not(noted('it is said not to be so', ['sepsis', 'septic'], { by: 'provider', is: 'denied', except: ['severe sepsis', 'septic shock', 'no further', 'history of'] })),
  ),
  met: statedInNotes('why it is sepsis', {
    actions: ['as evidenced by', 'evidenced by', 'meets criteria', 'criteria met', 'meets sepsis', 'clinically valid', 'confirmed on review', 'stand by'],
    objects: ['sepsis', 'septic'],
  }),
  says: {
    open: 'Sepsis is documented; no organ dysfunction is recorded, and fewer than two signs of a systemic response.',
    met: 'The provider has said what the diagnosis of sepsis rests on.',
    outOfScope: 'Only for adults in stays and emergency visits.',
    notTriggered: 'Sepsis is not documented, or what was measured supports it.',
  },
  asks: {
    title: 'Clinical indicators of documented sepsis',
    question: 'Sepsis is documented for this stay. Based on your clinical judgment and the indicators cited, please clarify this diagnosis.',
    options: [
      { from: 'text', option: 'Sepsis, with these clinical indicators (please document them)' },
      { from: 'text', option: 'Localized infection without sepsis' },
      { from: 'text', option: 'Sepsis was considered and ruled out' },
    ],
  },
  thresholds: {
    lactate: { at: ['/trigger/of/2/of/of/0/test/value'], unit: 'mmol/L', between: [1, 4] },
    temperature: { at: ['/trigger/of/3/of/of/0/of/0/test/value'], unit: 'Cel', between: [37.8, 39] },
    systemicSigns: { at: ['/trigger/of/3/of/count'], unit: 'signs', between: [1, 5] },
  },
});
