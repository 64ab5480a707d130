import type { GapRule } from './rule.ts';
import { shareParts } from './share-parts.ts';
import a1cAbove9NoPlan from './a1c-above-9-no-plan/rule.ts';
import a1cDue from './a1c-due/rule.ts';
import a1cPoorControl from './a1c-poor-control/rule.ts';
import aaaScreening from './aaa-screening/rule.ts';
import acuteConfusionQuery from './acute-confusion-query/rule.ts';
import acuteEventStatusQuery from './acute-event-status-query/rule.ts';
import acuteRespiratoryFailureNoDiagnosis from './acute-respiratory-failure-no-diagnosis/rule.ts';
import adhdFollowUp from './adhd-follow-up/rule.ts';
import afTypeQuery from './af-type-query/rule.ts';
import akiNoDiagnosis from './aki-no-diagnosis/rule.ts';
import akiValidation from './aki-validation/rule.ts';
import albuminuriaNoDiagnosis from './albuminuria-no-diagnosis/rule.ts';
import alcoholScreening from './alcohol-screening/rule.ts';
import anemiaNoDiagnosis from './anemia-no-diagnosis/rule.ts';
import anticoagulantNoIndication from './anticoagulant-no-indication/rule.ts';
import anticoagulationMonitoring from './anticoagulation-monitoring/rule.ts';
import asthmaControl from './asthma-control/rule.ts';
import asthmaSpecificity from './asthma-specificity/rule.ts';
import bloodLossAnemiaNoDiagnosis from './blood-loss-anemia-no-diagnosis/rule.ts';
import bloodPressureControl from './blood-pressure-control/rule.ts';
import bmiFollowUp from './bmi-follow-up/rule.ts';
import boneDensity from './bone-density/rule.ts';
import breastScreening from './breast-screening/rule.ts';
import cancerStatusQuery from './cancer-status-query/rule.ts';
import cervicalScreening from './cervical-screening/rule.ts';
import childhoodVaccines from './childhood-vaccines/rule.ts';
import chronicRespiratoryFailureNoDiagnosis from './chronic-respiratory-failure-no-diagnosis/rule.ts';
import ckdNoDiagnosis from './ckd-no-diagnosis/rule.ts';
import ckdStageConflict from './ckd-stage-conflict/rule.ts';
import colorectalScreening from './colorectal-screening/rule.ts';
import copdNoDiagnosis from './copd-no-diagnosis/rule.ts';
import covidVaccine from './covid-vaccine/rule.ts';
import dementiaNoDiagnosis from './dementia-no-diagnosis/rule.ts';
import depressionRemission from './depression-remission/rule.ts';
import depressionScreening from './depression-screening/rule.ts';
import depressionSpecificity from './depression-specificity/rule.ts';
import developmentalScreening from './developmental-screening/rule.ts';
import diabetesControl from './diabetes-control/rule.ts';
import diabetesDrugNoDiagnosis from './diabetes-drug-no-diagnosis/rule.ts';
import diabetesEyeExam from './diabetes-eye-exam/rule.ts';
import diabetesFootExam from './diabetes-foot-exam/rule.ts';
import diabetesKidneyEvaluation from './diabetes-kidney-evaluation/rule.ts';
import diabetesNoDiagnosis from './diabetes-no-diagnosis/rule.ts';
import dialysisNoEsrd from './dialysis-no-esrd/rule.ts';
import encephalopathyValidation from './encephalopathy-validation/rule.ts';
import fallsScreening from './falls-screening/rule.ts';
import hepatitisCScreening from './hepatitis-c-screening/rule.ts';
import hfNoDiagnosis from './hf-no-diagnosis/rule.ts';
import hfTypeQuery from './hf-type-query/rule.ts';
import hivScreening from './hiv-screening/rule.ts';
import hpvVaccine from './hpv-vaccine/rule.ts';
import htnNoDiagnosis from './htn-no-diagnosis/rule.ts';
import hypoglycemiaNoDiagnosis from './hypoglycemia-no-diagnosis/rule.ts';
import hypokalemiaNoDiagnosis from './hypokalemia-no-diagnosis/rule.ts';
import hyponatremiaNoDiagnosis from './hyponatremia-no-diagnosis/rule.ts';
import hypothyroidNoDiagnosis from './hypothyroid-no-diagnosis/rule.ts';
import immunosuppressionQuery from './immunosuppression-query/rule.ts';
import influenzaVaccine from './influenza-vaccine/rule.ts';
import leadScreening from './lead-screening/rule.ts';
import lungScreening from './lung-screening/rule.ts';
import malnutritionNoDiagnosis from './malnutrition-no-diagnosis/rule.ts';
import malnutritionValidation from './malnutrition-validation/rule.ts';
import miTypeValidation from './mi-type-validation/rule.ts';
import obesityNoDiagnosis from './obesity-no-diagnosis/rule.ts';
import osteoporosisNoDiagnosis from './osteoporosis-no-diagnosis/rule.ts';
import pediatricWeightNoDiagnosis from './pediatric-weight-no-diagnosis/rule.ts';
import phq9NoDiagnosis from './phq9-no-diagnosis/rule.ts';
import pneumococcalVaccine from './pneumococcal-vaccine/rule.ts';
import pneumoniaValidation from './pneumonia-validation/rule.ts';
import postpartumVisit from './postpartum-visit/rule.ts';
import prediabetesNoDiagnosis from './prediabetes-no-diagnosis/rule.ts';
import pressureUlcerNurseOnly from './pressure-ulcer-nurse-only/rule.ts';
import providerConflict from './provider-conflict/rule.ts';
import respiratoryFailureValidation from './respiratory-failure-validation/rule.ts';
import rsvVaccine from './rsv-vaccine/rule.ts';
import sameNoteConflict from './same-note-conflict/rule.ts';
import sepsisNoDiagnosis from './sepsis-no-diagnosis/rule.ts';
import sepsisValidation from './sepsis-validation/rule.ts';
import statinTherapy from './statin-therapy/rule.ts';
import tdapVaccine from './tdap-vaccine/rule.ts';
import thrombocytopeniaQuery from './thrombocytopenia-query/rule.ts';
import tobaccoScreeningAndCessation from './tobacco-screening-and-cessation/rule.ts';
import troponinQuery from './troponin-query/rule.ts';
import weightClassConflict from './weight-class-conflict/rule.ts';
import wellChildVisit from './well-child-visit/rule.ts';
import zosterVaccine from './zoster-vaccine/rule.ts';

/** The rules that ship, by id. */
export const CATALOGUE: readonly GapRule[] = shareParts<readonly GapRule[]>([
  a1cAbove9NoPlan, a1cDue, a1cPoorControl, aaaScreening, acuteConfusionQuery, acuteEventStatusQuery, acuteRespiratoryFailureNoDiagnosis, adhdFollowUp,
  afTypeQuery, akiNoDiagnosis, akiValidation, albuminuriaNoDiagnosis, alcoholScreening, anemiaNoDiagnosis, anticoagulantNoIndication,
  anticoagulationMonitoring, asthmaControl, asthmaSpecificity, bloodLossAnemiaNoDiagnosis, bloodPressureControl, bmiFollowUp, boneDensity,
  breastScreening, cancerStatusQuery, cervicalScreening, childhoodVaccines, chronicRespiratoryFailureNoDiagnosis, ckdNoDiagnosis, ckdStageConflict,
  colorectalScreening, copdNoDiagnosis, covidVaccine, dementiaNoDiagnosis, depressionRemission, depressionScreening, depressionSpecificity,
  developmentalScreening, diabetesControl, diabetesDrugNoDiagnosis, diabetesEyeExam, diabetesFootExam, diabetesKidneyEvaluation, diabetesNoDiagnosis,
  dialysisNoEsrd, encephalopathyValidation, fallsScreening, hepatitisCScreening, hfNoDiagnosis, hfTypeQuery, hivScreening, hpvVaccine, htnNoDiagnosis,
  hypoglycemiaNoDiagnosis, hypokalemiaNoDiagnosis, hyponatremiaNoDiagnosis, hypothyroidNoDiagnosis, immunosuppressionQuery, influenzaVaccine,
  leadScreening, lungScreening, malnutritionNoDiagnosis, malnutritionValidation, miTypeValidation, obesityNoDiagnosis, osteoporosisNoDiagnosis,
  pediatricWeightNoDiagnosis, phq9NoDiagnosis, pneumococcalVaccine, pneumoniaValidation, postpartumVisit, prediabetesNoDiagnosis,
  pressureUlcerNurseOnly, providerConflict, respiratoryFailureValidation, rsvVaccine, sameNoteConflict, sepsisNoDiagnosis, sepsisValidation,
  statinTherapy, tdapVaccine, thrombocytopeniaQuery, tobaccoScreeningAndCessation, troponinQuery, weightClassConflict, wellChildVisit, zosterVaccine,
]);
