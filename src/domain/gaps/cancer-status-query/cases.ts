import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const adult = chart().age(66).sex('female');
const charted = adult.encounterDiagnosis('C50.911');

export default cases({
  open: {
    'the seeds, and a PSA that rises': chart().age(75).sex('male').encounterDiagnosis('C61').note('Prostate: had the seeds in 2022. PSA 1.6, was 0.7; urology to say whether anything is to be done.\nA/P: Prostate cancer, PSA as above.'),
    'radiation told by the organ': adult.encounterDiagnosis('C32.9').note('Larynx: radiation finished 2021, sees ENT yearly. A/P: Laryngeal cancer.'),
    'bladder cancer treated, status unsaid': adult.encounterDiagnosis('C67.9').note('Bladder cancer s/p TURBT and BCG. Follows with urology.'),
    'history of breast cancer, still on anastrozole': charted.medication('anastrozole 1 MG').note('History of breast cancer. Continue anastrozole.'),
    'the drug in the note only': charted.note('Breast cancer survivor, takes letrozole 2.5 mg daily.'),
    'no evidence of disease, and a treatment that goes on': charted.medication('tamoxifen 20 MG').note('Breast cancer, no evidence of disease. Mammogram due in May.'),
    'prostate cancer in the past with leuprolide': chart().age(71).sex('male').encounterDiagnosis('C61').medication('leuprolide 22.5 MG every 3 months').note('Hx of prostate cancer. PSA 0.4.'),
    'breast cancer s/p mastectomy, nothing more said': charted.note('Breast cancer s/p left mastectomy. Blood pressure fine.'),
    'colon cancer resected, follow-up unclear': adult.encounterDiagnosis('C18.7').note('Colon cancer, hemicolectomy 2023. CEA 2.1. Sees oncology.'),
  },
  met: {
    'the seeds, and it is over': chart().age(75).sex('male').encounterDiagnosis('C61').note('Prostate cancer: had the seeds in 2015, no evidence of disease, no further treatment planned.'),
    'margins clear, nothing needed': chart().age(70).sex('male').encounterDiagnosis('C61').note('Prostate cancer, treated: prostatectomy 2022, margins clear, none needed since.'),
    'a drug of past years': charted.note('Breast cancer, mastectomy 2017, anastrozole 2018-2023. Off all therapy, no evidence of disease.'),
    'on adjuvant treatment, said so': charted.medication('anastrozole 1 MG').note('History of breast cancer 2024, on adjuvant anastrozole through 2029.'),
    'metastatic': charted.medication('letrozole 2.5 MG').note('History of lumpectomy for breast cancer; metastatic to bone now.'),
    'no evidence of disease and no treatment': charted.note('Breast cancer s/p lumpectomy 2015, no evidence of disease breast cancer free.'),
    'history of, no treatment': charted.note('History of breast cancer, mastectomy 2012.'),
    'history code charted': charted.problem('Z85.3').note('Breast cancer s/p mastectomy.'),
    'newly diagnosed': charted.note('Newly diagnosed breast cancer, lumpectomy next week.'),
    'active surveillance': chart().age(71).sex('male').encounterDiagnosis('C61').note('Prostate cancer, prostatectomy declined, active surveillance.'),
  },
  notApplicable: {
    'seeds to come': chart().age(75).sex('male').encounterDiagnosis('C61').note('Prostate cancer, biopsy in May. Seed implant planned for June.'),
    'breast cancer on chemotherapy': charted.medication('paclitaxel weekly').note('Breast cancer, week 4, tolerating well.'),
    'cancer in the mother': adult.note('Mother had breast cancer, mastectomy.'),
    'screening': adult.encounterDiagnosis('Z12.31').note('Screening for breast cancer.'),
    'basal cell of the skin': adult.encounterDiagnosis('C44.311').note('Basal cell carcinoma of the nose excised today.'),
    'tamoxifen for risk': adult.medication('tamoxifen 20 MG').note('BRCA2 carrier, chemoprevention.'),
    'charted, no word of it': charted.note('Ankle sprain.'),
  },
  cannotTell: {
    'medications were denied': charted.note('History of breast cancer.').denied('MedicationRequest'),
    'a note of this visit could not be read': charted.medication('anastrozole 1 MG').note('History of breast cancer. Continue anastrozole.').unreadableNote(),
  },
});
