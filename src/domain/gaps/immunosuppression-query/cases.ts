import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const adult = chart().age(49);

export default cases({
  open: {
    'tacrolimus and pneumonia': adult.setting('inpatient').medication('tacrolimus 1 MG').note('Pneumonia. Kidney transplant 2021. Ceftriaxone.'),
    'adalimumab and cellulitis': adult.medication('adalimumab 40 MG every 2 weeks').note('Cellulitis of the leg, cephalexin. Rheumatoid arthritis.'),
    'only told in the note': adult.note('RA on methotrexate 20 mg weekly. Shingles of the left chest, valacyclovir.'),
    'held for an infection': adult.note('Continue to hold azathioprine until antibiotics are done. UTI, ciprofloxacin.').medication('azathioprine 100 MG'),
    'PJP prophylaxis': adult.medication('mycophenolate 500 MG').note('Lupus nephritis in remission. TMP-SMX for PJP prophylaxis.'),
    'high-dose prednisone for long': adult.setting('inpatient').note('Giant cell arteritis on prednisone 40 mg daily. Pneumonia, ceftriaxone.'),
  },
  met: {
    'immunosuppressed by the drug': adult.medication('methotrexate 2.5 MG').note('Shingles. Immunosuppressed by methotrexate.'),
    'immunocompromised host': adult.setting('inpatient').medication('tacrolimus 1 MG').note('Pneumonia in an immunocompromised host.'),
    'charted': adult.encounterDiagnosis('D84.821').medication('tacrolimus 1 MG').note('Pneumonia.'),
    'immunocompetent on this dose': adult.medication('methotrexate 2.5 MG').note('Cellulitis. Low dose, immunocompetent.'),
    'only the consultant says it': adult.setting('inpatient').medication('mycophenolate 500 MG').note('Pneumonia.').note('ID: drug-induced immunosuppression, add PJP testing.', { type: 'consult' }),
  },
  notApplicable: {
    'rheumatoid arthritis, quiet, routine visit': adult.medication('methotrexate 2.5 MG').medication('adalimumab 40 MG').note('Seropositive RA, low activity. Labs every 8 weeks. Shingles shot at the pharmacy.'),
    'an infection without such a drug': adult.note('Cellulitis, cephalexin.'),
    'cyclosporine in the eye': adult.medication('cyclosporine 0.05 % ophthalmic emulsion').note('Dry eyes. UTI, nitrofurantoin.'),
    'tacrolimus on the skin': adult.medication('tacrolimus 0.1 % topical ointment').note('Eczema. Cellulitis.'),
    'prednisone burst of five days': adult.note('Asthma exacerbation, pneumonia, prednisone 40 mg for 5 days.'),
    'stopped last year': adult.medication('azathioprine 100 MG', { status: 'stopped' }).note('Cellulitis.'),
    'her husband takes it': adult.note('Cellulitis. Husband takes methotrexate.'),
  },
  cannotTell: {
    'medications were denied': adult.note('Cellulitis.').denied('MedicationRequest'),
    'a note of this visit could not be read': adult.medication('tacrolimus 1 MG').note('Pneumonia.').unreadableNote(),
  },
});
