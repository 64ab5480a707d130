/**
 * Kinds of drugs, how notes name them, and the code of their adverse effect (tabular T36–T50, sixth character 5). The condition is
 * reported first, then the drug (ICD-10-CM Guidelines I.C.19.e.5.a).
 */
export const ADVERSE_DRUGS: readonly { readonly names: readonly string[]; readonly code: string; readonly what: string }[] = [
  { what: 'an antineoplastic drug', code: 'T45.1X5A', names: ['chemotherapy', 'chemo', 'paclitaxel', 'docetaxel', 'taxane', 'taxol', 'cisplatin', 'carboplatin', 'oxaliplatin', 'platinum', 'doxorubicin', 'cyclophosphamide', 'vincristine', 'vinblastine', 'bortezomib', 'gemcitabine', 'capecitabine', 'fluorouracil', '5-fu', 'irinotecan', 'etoposide', 'pemetrexed', 'methotrexate', 'azathioprine', 'mycophenolate', 'tacrolimus', 'cyclosporine', 'immunotherapy', 'pembrolizumab', 'nivolumab', 'ipilimumab', 'imatinib', 'trastuzumab', 'folfox', 'lenalidomide', 'hydroxyurea'] },
  { what: 'a glucocorticoid', code: 'T38.0X5A', names: ['steroid', 'steroids', 'corticosteroid', 'corticosteroids', 'glucocorticoid', 'glucocorticoids', 'prednisone', 'prednisolone', 'methylprednisolone', 'dexamethasone', 'hydrocortisone'] },
  { what: 'an aromatase inhibitor or other antiestrogen', code: 'T38.6X5A', names: ['tamoxifen'] },
  { what: 'a hormone antagonist', code: 'T38.895A', names: ['anastrozole', 'letrozole', 'exemestane', 'aromatase inhibitor', 'aromatase inhibitors', 'leuprolide', 'androgen deprivation'] },
  { what: 'a propionic acid anti-inflammatory drug', code: 'T39.315A', names: ['ibuprofen', 'naproxen', 'ketoprofen'] },
  { what: 'a nonsteroidal anti-inflammatory drug', code: 'T39.395A', names: ['nsaid', 'nsaids', 'meloxicam', 'diclofenac', 'indomethacin', 'celecoxib', 'ketorolac'] },
  { what: 'aspirin', code: 'T39.015A', names: ['aspirin'] },
  { what: 'an opioid', code: 'T40.2X5A', names: ['opioid', 'opioids', 'opiate', 'opiates', 'narcotic', 'narcotics', 'oxycodone', 'hydrocodone', 'morphine', 'hydromorphone', 'codeine'] },
  { what: 'an ACE inhibitor', code: 'T46.4X5A', names: ['ace inhibitor', 'ace inhibitors', 'acei', 'lisinopril', 'enalapril', 'ramipril', 'benazepril', 'captopril'] },
  { what: 'a statin', code: 'T46.6X5A', names: ['statin', 'statins', 'atorvastatin', 'rosuvastatin', 'simvastatin', 'pravastatin', 'lovastatin'] },
  { what: 'a calcium-channel blocker', code: 'T46.1X5A', names: ['amlodipine', 'nifedipine', 'diltiazem', 'verapamil', 'calcium channel blocker'] },
  { what: 'a beta blocker', code: 'T44.7X5A', names: ['beta blocker', 'beta blockers', 'metoprolol', 'carvedilol', 'atenolol', 'propranolol', 'bisoprolol'] },
  { what: 'amiodarone or another antidysrhythmic drug', code: 'T46.2X5A', names: ['amiodarone', 'flecainide', 'sotalol'] },
  { what: 'a thiazide', code: 'T50.2X5A', names: ['thiazide', 'thiazides', 'hydrochlorothiazide', 'hctz', 'chlorthalidone', 'acetazolamide'] },
  { what: 'a loop diuretic', code: 'T50.1X5A', names: ['furosemide', 'lasix', 'bumetanide', 'torsemide', 'loop diuretic'] },
  { what: 'an anticoagulant', code: 'T45.515A', names: ['anticoagulant', 'anticoagulants', 'anticoagulation', 'warfarin', 'coumadin', 'apixaban', 'eliquis', 'rivaroxaban', 'xarelto', 'dabigatran', 'heparin', 'enoxaparin'] },
  { what: 'an antithrombotic drug', code: 'T45.525A', names: ['clopidogrel', 'plavix', 'ticagrelor', 'prasugrel', 'antiplatelet'] },
  { what: 'an antiepileptic drug', code: 'T42.6X5A', names: ['levetiracetam', 'keppra', 'topiramate', 'lamotrigine', 'gabapentin', 'valproate', 'valproic acid', 'depakote'] },
  { what: 'phenytoin', code: 'T42.0X5A', names: ['phenytoin', 'dilantin'] },
  { what: 'an antidepressant', code: 'T43.225A', names: ['ssri', 'ssris', 'sertraline', 'fluoxetine', 'citalopram', 'escitalopram', 'paroxetine'] },
  { what: 'an antipsychotic or lithium', code: 'T43.595A', names: ['antipsychotic', 'antipsychotics', 'quetiapine', 'olanzapine', 'risperidone', 'aripiprazole', 'clozapine', 'lithium'] },
  { what: 'a phenothiazine or metoclopramide', code: 'T45.0X5A', names: ['metoclopramide', 'promethazine'] },
  { what: 'insulin or an oral antidiabetic drug', code: 'T38.3X5A', names: ['insulin', 'metformin', 'glipizide', 'glyburide', 'glimepiride', 'sulfonylurea'] },
  { what: 'a penicillin', code: 'T36.0X5A', names: ['penicillin', 'amoxicillin', 'augmentin', 'ampicillin'] },
  { what: 'a sulfonamide', code: 'T37.0X5A', names: ['sulfa', 'bactrim', 'sulfamethoxazole', 'trimethoprim-sulfamethoxazole'] },
  { what: 'an antibiotic', code: 'T36.95XA', names: ['antibiotic', 'antibiotics'] },
];

/** A condition as the words alone would have it, and what it is where a drug causes it. */
export const DRUG_CAUSED: readonly { readonly of: readonly string[]; readonly drugs: readonly string[] | null; readonly code: string; readonly authority: string }[] = [
  { of: ['G62.9'], drugs: null, code: 'G62.0', authority: 'Index, Polyneuropathy, drug-induced' },
  { of: ['M81.0', 'M81.9'], drugs: null, code: 'M81.8', authority: 'Index, Osteoporosis, drug-induced' },
  { of: ['D70.9'], drugs: ['T45.1X5A'], code: 'D70.1', authority: 'Index, Neutropenia, due to, chemotherapy' },
  { of: ['D70.9'], drugs: null, code: 'D70.2', authority: 'Index, Neutropenia, drug-induced' },
  { of: ['D61.818'], drugs: ['T45.1X5A'], code: 'D61.810', authority: 'Index, Pancytopenia, due to, chemotherapy' },
  { of: ['D64.9'], drugs: ['T45.1X5A'], code: 'D64.81', authority: 'Index, Anemia, due to, chemotherapy' },
  { of: ['D69.6'], drugs: null, code: 'D69.59', authority: 'Index, Thrombocytopenia, due to, drugs' },
  { of: ['L27.0', 'R21', 'L30.9'], drugs: null, code: 'L27.0', authority: 'Index, Rash, drug' },
  { of: ['K59.00', 'K59.09'], drugs: null, code: 'K59.03', authority: 'Index, Constipation, drug-induced' },
  { of: ['G25.9', 'R25.1', 'G25.2'], drugs: null, code: 'G25.1', authority: 'Index, Tremor, drug-induced' },
  { of: ['G20.C', 'G20.A1'], drugs: ['T43.595A', 'T45.0X5A'], code: 'G21.19', authority: 'Index, Parkinsonism, due to, drugs' },
  { of: ['M10.9', 'M10.00'], drugs: null, code: 'M10.20', authority: 'Index, Gout, drug-induced' },
  { of: ['I95.9'], drugs: null, code: 'I95.2', authority: 'Index, Hypotension, drug-induced' },
  { of: ['E11.9', 'E13.9', 'E09.9'], drugs: ['T38.0X5A'], code: 'E09.9', authority: 'Index, Diabetes, due to, drug or chemical' },
  { of: ['E16.2', 'E16.1'], drugs: null, code: 'E16.0', authority: 'Index, Hypoglycemia, drug-induced' },
  { of: ['G72.9', 'M79.10', 'M79.18'], drugs: ['T46.6X5A'], code: 'G72.0', authority: 'Index, Myopathy, drug-induced' },
  { of: ['R73.9'], drugs: ['T38.0X5A'], code: 'R73.9', authority: 'ICD-10-CM Guidelines I.C.19.e.5.a' },
];
