import type { GapRule } from './rule.ts';
import a1cAbove9NoPlan from './a1c-above-9-no-plan/rule.ts';
import acuteConfusionQuery from './acute-confusion-query/rule.ts';
import acuteEventStatusQuery from './acute-event-status-query/rule.ts';
import acuteRespiratoryFailureNoDiagnosis from './acute-respiratory-failure-no-diagnosis/rule.ts';
import afTypeQuery from './af-type-query/rule.ts';
import akiNoDiagnosis from './aki-no-diagnosis/rule.ts';
import akiValidation from './aki-validation/rule.ts';
import albuminuriaNoDiagnosis from './albuminuria-no-diagnosis/rule.ts';
import anemiaNoDiagnosis from './anemia-no-diagnosis/rule.ts';
import anticoagulantNoIndication from './anticoagulant-no-indication/rule.ts';
import asthmaSpecificity from './asthma-specificity/rule.ts';
import bloodLossAnemiaNoDiagnosis from './blood-loss-anemia-no-diagnosis/rule.ts';
import cancerStatusQuery from './cancer-status-query/rule.ts';
import chronicRespiratoryFailureNoDiagnosis from './chronic-respiratory-failure-no-diagnosis/rule.ts';
import ckdNoDiagnosis from './ckd-no-diagnosis/rule.ts';
import ckdStageConflict from './ckd-stage-conflict/rule.ts';
import copdNoDiagnosis from './copd-no-diagnosis/rule.ts';
import dementiaNoDiagnosis from './dementia-no-diagnosis/rule.ts';
import depressionSpecificity from './depression-specificity/rule.ts';
import diabetesControl from './diabetes-control/rule.ts';
import diabetesDrugNoDiagnosis from './diabetes-drug-no-diagnosis/rule.ts';
import diabetesNoDiagnosis from './diabetes-no-diagnosis/rule.ts';
import dialysisNoEsrd from './dialysis-no-esrd/rule.ts';
import encephalopathyValidation from './encephalopathy-validation/rule.ts';
import hfNoDiagnosis from './hf-no-diagnosis/rule.ts';
import hfTypeQuery from './hf-type-query/rule.ts';
import hpvVaccine from './hpv-vaccine/rule.ts';
import htnNoDiagnosis from './htn-no-diagnosis/rule.ts';
import hypoglycemiaNoDiagnosis from './hypoglycemia-no-diagnosis/rule.ts';
import hypokalemiaNoDiagnosis from './hypokalemia-no-diagnosis/rule.ts';
import hyponatremiaNoDiagnosis from './hyponatremia-no-diagnosis/rule.ts';
import hypothyroidNoDiagnosis from './hypothyroid-no-diagnosis/rule.ts';
import immunosuppressionQuery from './immunosuppression-query/rule.ts';
import influenzaVaccine from './influenza-vaccine/rule.ts';
import malnutritionNoDiagnosis from './malnutrition-no-diagnosis/rule.ts';
import malnutritionValidation from './malnutrition-validation/rule.ts';
import miTypeValidation from './mi-type-validation/rule.ts';
import obesityNoDiagnosis from './obesity-no-diagnosis/rule.ts';
import osteoporosisNoDiagnosis from './osteoporosis-no-diagnosis/rule.ts';
import pediatricWeightNoDiagnosis from './pediatric-weight-no-diagnosis/rule.ts';
import phq9NoDiagnosis from './phq9-no-diagnosis/rule.ts';
import pneumococcalVaccine from './pneumococcal-vaccine/rule.ts';
import pneumoniaValidation from './pneumonia-validation/rule.ts';
import prediabetesNoDiagnosis from './prediabetes-no-diagnosis/rule.ts';
import pressureUlcerNurseOnly from './pressure-ulcer-nurse-only/rule.ts';
import providerConflict from './provider-conflict/rule.ts';
import respiratoryFailureValidation from './respiratory-failure-validation/rule.ts';
import sameNoteConflict from './same-note-conflict/rule.ts';
import sepsisNoDiagnosis from './sepsis-no-diagnosis/rule.ts';
import sepsisValidation from './sepsis-validation/rule.ts';
import tdapVaccine from './tdap-vaccine/rule.ts';
import thrombocytopeniaQuery from './thrombocytopenia-query/rule.ts';
import troponinQuery from './troponin-query/rule.ts';
import weightClassConflict from './weight-class-conflict/rule.ts';
import zosterVaccine from './zoster-vaccine/rule.ts';

/** The rules that ship, by id. */
export const CATALOGUE: readonly GapRule[] = [
  a1cAbove9NoPlan, acuteConfusionQuery, acuteEventStatusQuery, acuteRespiratoryFailureNoDiagnosis, afTypeQuery, akiNoDiagnosis, akiValidation,
  albuminuriaNoDiagnosis, anemiaNoDiagnosis, anticoagulantNoIndication, asthmaSpecificity, bloodLossAnemiaNoDiagnosis, cancerStatusQuery,
  chronicRespiratoryFailureNoDiagnosis, ckdNoDiagnosis, ckdStageConflict, copdNoDiagnosis, dementiaNoDiagnosis, depressionSpecificity, diabetesControl,
  diabetesDrugNoDiagnosis, diabetesNoDiagnosis, dialysisNoEsrd, encephalopathyValidation, hfNoDiagnosis, hfTypeQuery, hpvVaccine, htnNoDiagnosis,
  hypoglycemiaNoDiagnosis, hypokalemiaNoDiagnosis, hyponatremiaNoDiagnosis, hypothyroidNoDiagnosis, immunosuppressionQuery, influenzaVaccine,
  malnutritionNoDiagnosis, malnutritionValidation, miTypeValidation, obesityNoDiagnosis, osteoporosisNoDiagnosis, pediatricWeightNoDiagnosis, phq9NoDiagnosis,
  pneumococcalVaccine, pneumoniaValidation, prediabetesNoDiagnosis, pressureUlcerNurseOnly, providerConflict, respiratoryFailureValidation, sameNoteConflict,
  sepsisNoDiagnosis, sepsisValidation, tdapVaccine, thrombocytopeniaQuery, troponinQuery, weightClassConflict, zosterVaccine,
];
