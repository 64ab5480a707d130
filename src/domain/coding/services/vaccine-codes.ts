/** Medicare has an administration code of its own for these (42 CFR 410.57, 410.63); COVID-19 vaccines and RSV antibodies have one with every payer. */
export type VaccineProgram = 'influenza' | 'pneumococcal' | 'hepatitis-b' | 'covid' | 'rsv-antibody' | null;
export type VaccineRoute = 'injected' | 'oral' | 'nasal';

/**
 * One product, or one kind of vaccine whose product the words leave open (code null: its number depends on what the record does not say).
 * Columns: kind (rows of one kind are one vaccine) · number of the product · our words · say it as, parted by a bar · CVX codes · components (diseases or
 * toxoids that each count for 90461) · route · program · years of age for which words alone are enough to choose it, as "from-to".
 */
export type VaccineRow = readonly [
  kind: string, code: string | null, title: string, say: string, cvx: string, components: number, route: VaccineRoute, program: VaccineProgram, ages: string,
];

/**
 * Authority: CDC IIS code sets (CVX, and CVX to CPT), 2025–2026; CPT 2026 for the numbers, the words are ours (see NOTICE.md). Influenza vaccines in the
 * United States are trivalent since 2024–2025 (FDA VRBPAC, March 2024), so that a brand's present number is the trivalent one.
 */
export const VACCINES: readonly VaccineRow[] = [
  ['influenza', '90662', 'High-dose influenza vaccine', 'fluzone high dose|fluzone hd|high dose flu shot|high dose flu vaccine|high dose flu|high dose influenza vaccine|high dose influenza|hd flu vaccine|hd flu shot|hd iiv3|iiv3 hd|flu vaccine high dose|flu shot high dose|influenza vaccine high dose|influenza high dose', '135 197', 1, 'injected', 'influenza', ''],
  ['influenza', '90653', 'Adjuvanted influenza vaccine', 'fluad|adjuvanted flu vaccine|adjuvanted influenza vaccine|adjuvanted flu shot|aiiv3', '168', 1, 'injected', 'influenza', ''],
  ['influenza', '90660', 'Live influenza vaccine by nose', 'flumist|flu mist|nasal flu vaccine|live attenuated influenza vaccine|laiv3|laiv', '111', 1, 'nasal', 'influenza', ''],
  ['influenza', '90661', 'Influenza vaccine from cell culture', 'flucelvax|cciiv3', '153 320', 1, 'injected', 'influenza', ''],
  ['influenza', '90673', 'Recombinant influenza vaccine', 'flublok|riv3|recombinant influenza vaccine|recombinant flu vaccine', '155', 1, 'injected', 'influenza', ''],
  ['influenza', '90656', 'Influenza vaccine, trivalent, without preservative, 0.5 mL', 'fluarix|flulaval|preservative free flu shot|preservative free flu vaccine|preservative free influenza vaccine|influenza vaccine preservative free|flu vaccine preservative free', '140', 1, 'injected', 'influenza', ''],
  ['influenza', '90686', 'Influenza vaccine, quadrivalent, without preservative, 0.5 mL', '', '150', 1, 'injected', 'influenza', ''],
  ['influenza', '90688', 'Influenza vaccine, quadrivalent, 0.5 mL', '', '158', 1, 'injected', 'influenza', ''],
  ['influenza', '90672', 'Live influenza vaccine by nose, quadrivalent', '', '149', 1, 'nasal', 'influenza', ''],
  ['influenza', '90674', 'Influenza vaccine from cell culture, quadrivalent', '', '171', 1, 'injected', 'influenza', ''],
  ['influenza', '90682', 'Recombinant influenza vaccine, quadrivalent', '', '185', 1, 'injected', 'influenza', ''],
  ['influenza', '90694', 'Adjuvanted influenza vaccine, quadrivalent', '', '205', 1, 'injected', 'influenza', ''],
  ['influenza', null, 'Influenza vaccine', 'flu shot|flu vaccine|flu vaccination|flu immunization|influenza vaccine|influenza vaccination|influenza immunization|influenza shot|seasonal flu|fluzone|afluria|influenza|flu|iiv3|iiv', '141 88 15 16', 1, 'injected', 'influenza', ''],
  ['tdap', '90715', 'Tdap vaccine', 'tdap|boostrix|adacel|tetanus diphtheria and pertussis booster', '115', 3, 'injected', null, ''],
  ['td', '90714', 'Td vaccine without preservative', 'td booster|td vaccine|td|tenivac|tdvax', '9 113 196', 2, 'injected', null, ''],
  ['tetanus', null, 'Tetanus vaccine', 'tetanus booster|tetanus shot|tetanus vaccine|tetanus', '139', 1, 'injected', null, ''],
  ['dtap', '90700', 'DTaP vaccine', 'dtap|infanrix|daptacel', '20 106 107', 3, 'injected', null, ''],
  ['dtap-ipv', '90696', 'DTaP and polio vaccine', 'kinrix|quadracel|dtap ipv|dtap/ipv', '130', 4, 'injected', null, ''],
  ['dtap-hepb-ipv', '90723', 'DTaP, hepatitis B and polio vaccine', 'pediarix|dtap hepb ipv|dtap hep b ipv|dtap/hepb/ipv|dtap/hep b/ipv', '110', 5, 'injected', null, ''],
  ['dtap-ipv-hib', '90698', 'DTaP, polio and Hib vaccine', 'pentacel|dtap ipv hib|dtap ipv/hib|dtap/ipv/hib', '120', 5, 'injected', null, ''],
  ['dtap-ipv-hib-hepb', '90697', 'DTaP, polio, Hib and hepatitis B vaccine', 'vaxelis|dtap ipv hib hepb|dtap ipv hib hep b|dtap/ipv/hib/hepb', '146', 6, 'injected', null, ''],
  ['hib', '90648', 'Hib vaccine (PRP-T)', 'acthib|hiberix|hib prp t', '48', 1, 'injected', null, ''],
  ['hib', '90647', 'Hib vaccine (PRP-OMP)', 'pedvaxhib|hib prp omp', '49', 1, 'injected', null, ''],
  ['hib', null, 'Hib vaccine', 'hib vaccine|hib', '17', 1, 'injected', null, ''],
  ['ipv', '90713', 'Inactivated polio vaccine', 'ipol|ipv|inactivated polio vaccine|polio vaccine', '10', 1, 'injected', null, ''],
  ['mmr', '90707', 'Measles, mumps and rubella vaccine', 'mmr|mmr ii|m m r ii|priorix', '3', 3, 'injected', null, ''],
  ['mmrv', '90710', 'Measles, mumps, rubella and varicella vaccine', 'mmrv|proquad', '94', 4, 'injected', null, ''],
  ['varicella', '90716', 'Varicella vaccine', 'varivax|varicella vaccine|varicella|chickenpox vaccine|var vaccine', '21', 1, 'injected', null, ''],
  ['hpv', '90651', 'Nine-valent HPV vaccine', 'gardasil 9|gardasil|hpv9|hpv vaccine|hpv vaccination|hpv', '165', 1, 'injected', null, ''],
  ['hepa', '90633', 'Hepatitis A vaccine, child', 'hepatitis a vaccine|hepatitis a|hep a|hepa|havrix|vaqta', '83', 1, 'injected', null, '1-18'],
  ['hepa', '90632', 'Hepatitis A vaccine, adult', 'hepatitis a vaccine|hepatitis a|hep a|hepa|havrix|vaqta', '52', 1, 'injected', null, '19-130'],
  ['hepb', '90739', 'Hepatitis B vaccine, adult, two doses', 'heplisav b|heplisav', '189', 1, 'injected', 'hepatitis-b', ''],
  ['hepb', '90744', 'Hepatitis B vaccine, child, three doses', 'hepatitis b vaccine|hepatitis b|hep b|hepb|engerix b|engerix|recombivax hb|recombivax', '8', 1, 'injected', 'hepatitis-b', '0-18'],
  ['hepb', '90746', 'Hepatitis B vaccine, adult, three doses', 'engerix b|engerix|recombivax hb|recombivax', '43', 1, 'injected', 'hepatitis-b', '20-130'],
  ['hepb', null, 'Hepatitis B vaccine', 'hepatitis b vaccine|hepatitis b|hep b|hepb|engerix b|engerix|recombivax hb|recombivax', '42 44 45', 1, 'injected', 'hepatitis-b', '19-130'],
  ['hepa-hepb', '90636', 'Hepatitis A and B vaccine, adult', 'twinrix', '104', 2, 'injected', null, ''],
  ['menacwy', '90734', 'Meningococcal ACWY vaccine (diphtheria toxoid or CRM197)', 'menveo|menactra', '114 136', 1, 'injected', null, ''],
  ['menacwy', '90619', 'Meningococcal ACWY vaccine (tetanus toxoid)', 'menquadfi', '203', 1, 'injected', null, ''],
  ['menacwy', null, 'Meningococcal ACWY vaccine', 'menacwy|mcv4|meningococcal acwy|meningococcal vaccine|meningococcal conjugate', '108 147', 1, 'injected', null, ''],
  ['menb', '90620', 'Meningococcal B vaccine (4C)', 'bexsero|menb 4c', '163', 1, 'injected', null, ''],
  ['menb', '90621', 'Meningococcal B vaccine (FHbp)', 'trumenba|menb fhbp', '162', 1, 'injected', null, ''],
  ['menb', null, 'Meningococcal B vaccine', 'menb|men b|meningococcal b vaccine|meningococcal b', '164', 1, 'injected', null, ''],
  ['pneumococcal', '90670', 'Pneumococcal conjugate vaccine, 13-valent', 'pcv13|prevnar 13', '133', 1, 'injected', 'pneumococcal', ''],
  ['pneumococcal', '90671', 'Pneumococcal conjugate vaccine, 15-valent', 'pcv15|vaxneuvance', '215', 1, 'injected', 'pneumococcal', ''],
  ['pneumococcal', '90677', 'Pneumococcal conjugate vaccine, 20-valent', 'pcv20|prevnar 20', '216', 1, 'injected', 'pneumococcal', ''],
  ['pneumococcal', '90684', 'Pneumococcal conjugate vaccine, 21-valent', 'pcv21|capvaxive', '327', 1, 'injected', 'pneumococcal', ''],
  ['pneumococcal', '90732', 'Pneumococcal polysaccharide vaccine, 23-valent', 'ppsv23|pneumovax 23|pneumovax', '33', 1, 'injected', 'pneumococcal', ''],
  ['pneumococcal', null, 'Pneumococcal vaccine', 'pneumococcal vaccine|pneumococcal conjugate vaccine|pneumonia vaccine|pneumonia shot|pneumococcal conjugate|pneumococcal|prevnar|pcv', '109 152', 1, 'injected', 'pneumococcal', ''],
  ['zoster', '90750', 'Recombinant zoster vaccine', 'shingrix|rzv|shingles vaccine|shingles shot|recombinant zoster vaccine|zoster vaccine', '187', 1, 'injected', null, ''],
  ['rotavirus', '90680', 'Rotavirus vaccine, three doses, by mouth', 'rotateq|rv5', '116', 1, 'oral', null, ''],
  ['rotavirus', '90681', 'Rotavirus vaccine, two doses, by mouth', 'rotarix|rv1', '119', 1, 'oral', null, ''],
  ['rotavirus', null, 'Rotavirus vaccine by mouth', 'rotavirus vaccine|rotavirus', '122', 1, 'oral', null, ''],
  ['rsv', '90679', 'RSV vaccine with adjuvant', 'arexvy', '303', 1, 'injected', null, ''],
  ['rsv', '90678', 'RSV vaccine, bivalent', 'abrysvo', '305', 1, 'injected', null, ''],
  ['rsv', '90683', 'RSV vaccine, mRNA', 'mresvia', '326', 1, 'injected', null, ''],
  ['rsv', null, 'RSV vaccine', 'rsv vaccine|rsv shot', '304', 1, 'injected', null, ''],
  ['rsv-antibody', '90380', 'Nirsevimab 0.5 mL', 'nirsevimab 50 mg|beyfortus 50 mg|nirsevimab 0.5 ml|beyfortus 0.5 ml', '306', 1, 'injected', 'rsv-antibody', ''],
  ['rsv-antibody', '90381', 'Nirsevimab 1 mL', 'nirsevimab 100 mg|beyfortus 100 mg|nirsevimab 1 ml|beyfortus 1 ml', '307', 1, 'injected', 'rsv-antibody', ''],
  ['rsv-antibody', null, 'Nirsevimab', 'nirsevimab|beyfortus', '', 1, 'injected', 'rsv-antibody', ''],
  ['covid', '91320', 'COVID-19 mRNA vaccine 30 mcg (from 12 years)', 'comirnaty', '309', 1, 'injected', 'covid', '12-130'],
  ['covid', '91319', 'COVID-19 mRNA vaccine 10 mcg (5 to 11 years)', 'comirnaty', '310', 1, 'injected', 'covid', '5-11'],
  ['covid', '91318', 'COVID-19 mRNA vaccine 3 mcg (to 4 years)', '', '308', 1, 'injected', 'covid', ''],
  ['covid', '91322', 'COVID-19 mRNA vaccine 50 mcg (from 12 years)', 'spikevax', '312', 1, 'injected', 'covid', '12-130'],
  ['covid', '91321', 'COVID-19 mRNA vaccine 25 mcg (to 11 years)', 'spikevax', '311', 1, 'injected', 'covid', '0-11'],
  ['covid', '91304', 'COVID-19 protein vaccine 5 mcg', 'nuvaxovid|novavax', '313', 1, 'injected', 'covid', ''],
  ['covid', null, 'COVID-19 vaccine', 'covid 19 vaccine|covid vaccine|covid 19 vaccination|covid vaccination|covid booster|covid 19 booster|covid shot|covid 19 shot', '213', 1, 'injected', 'covid', ''],
  ['typhoid', '90691', 'Typhoid vaccine, injected', 'typhim vi|injectable typhoid vaccine|injectable typhoid|typhoid vi', '101', 1, 'injected', null, ''],
  ['yellow-fever', '90717', 'Yellow fever vaccine', 'yf vax|yf-vax|yellow fever vaccine|yellow fever', '37 184', 1, 'injected', null, ''],
  ['rabies', '90675', 'Rabies vaccine into muscle', 'rabavert|imovax|rabies vaccine', '18 175 176', 1, 'injected', null, ''],
  ['japanese-encephalitis', '90738', 'Japanese encephalitis vaccine', 'ixiaro|japanese encephalitis vaccine', '134', 1, 'injected', null, ''],
  ['mpox', '90611', 'Mpox vaccine', 'jynneos|mpox vaccine', '206', 1, 'injected', null, ''],
];

/** Our words for the numbers of giving a vaccine (CPT 2026; HCPCS II 2026). */
export const VACCINE_ADMINISTRATION: readonly (readonly [code: string, title: string])[] = [
  ['90460', 'Vaccine given to 18 years with counseling by physician or other qualified professional: first component of each vaccine'],
  ['90461', 'The same: each further component'],
  ['90471', 'Vaccine by injection: first'],
  ['90472', 'Vaccine by injection: each further'],
  ['90473', 'Vaccine by mouth or nose: first'],
  ['90474', 'Vaccine by mouth or nose: each further'],
  ['90480', 'COVID-19 vaccine given'],
  ['96380', 'RSV antibody given with counseling'],
  ['96381', 'RSV antibody given'],
  ['G0008', 'Influenza vaccine given (Medicare)'],
  ['G0009', 'Pneumococcal vaccine given (Medicare)'],
  ['G0010', 'Hepatitis B vaccine given (Medicare)'],
];
