import type { Family } from '../family.ts';

const INFECTION = 'infect*, pneumonia, pna, uti, urosepsis, pyelo*, cellulitis, abscess, bacteremia, cholangitis, osteomyelitis, sepsis, septic, sirs, qsofa, sofa, blood cultures, blood culture, bcx, cultures, culture, cx, ua, infiltrate*, procalcitonin, antibiotic*, abx, ceftriaxone, vanc*, zosyn, piperacillin*, cefepime, meropenem, purulent, e coli, klebsiella, staph*, mrsa, mssa, strep*, gnr, gpc, covid*, influenza, c diff*, peritonitis, appendicitis, diverticulitis, endocarditis, wound, chorio*, pus, gbs, ampicillin, gentamicin, cefazolin, nitrite, pyuria, candida*, rigors';

export const INFECTION_FAMILIES: readonly Family[] = [
  { id: 'sepsis', named: 'sepsis, severe sepsis, septicemia, neonatal sepsis, sepsis due to ~, urosepsis', support: INFECTION, suggests: 'temp > 38, wbc > 12, wbc < 4, lactate > 2, fever', authority: 'Sepsis-2 (SIRS and source) or Sepsis-3 (SOFA ≥ 2), as the site has chosen' },
  { id: 'sirs', named: 'sirs, systemic inflammatory response*', support: 'temp > 38, wbc > 12, hr > 90, rr > 20, sirs, pancreatitis, burn*, trauma, wbc < 4, fever, tachycard*' },
  { id: 'bacteremia', named: 'bacteremia, bloodstream infection, mssa bacteremia, mrsa bacteremia', support: 'blood culture*, blood cx, bcx, bcxs, bld cx, blcx, bottles, cultures, 2 2, 4 4' },
  { id: 'fungemia', named: 'candidemia, fungemia, candida sepsis, candidal sepsis, disseminated candid*', support: 'candida, yeast, fung*, micafungin, fluconazole, tpn, caspofungin, glucan' },
  { id: 'line-infection', named: 'clabsi, central line infection, central line associated*, catheter related bloodstream*, line infection, infection due to central ~, port infection', support: 'picc, central line, cvc, port, tunneled, line, catheter, tip, tdc, hickman, permacath' },
  { id: 'cauti', named: 'cauti, catheter associated uti, catheter associated urinary*, uti due to ~ catheter, infection due to indwelling*, uti due to indwelling*', support: 'foley, catheter*, indwelling, suprapubic, nephrostomy, stent' },
  { id: 'pyelonephritis', named: 'pyelonephritis', support: 'flank, cva tender*, cvat, stranding, perinephric, wbc casts, costovertebral, fever, ua, urine, renal, pyelo*, uti' },
  { id: 'uti', named: 'uti, urinary tract infection, cystitis, bladder infection, urosepsis', support: 'ua, urine, urinalysis, pyuria, dysuria, nitrit*, ucx, leuk esterase, leukocyte esterase, cfu, frequency, bacteriuria, foley, suprapubic, macrobid, nitrofurantoin, urinary, flank, hematuria', suggests: 'e coli, ceftriaxone' },
  { id: 'asymptomatic-bacteriuria', named: 'asymptomatic bacteriuria, bacteriuria, colonization', support: 'ua, urine, ucx, cfu, culture*, urinalysis, nitrit*, colon*, mrsa, sputum, pcr, c diff*, swab, toxin' },
  { id: 'prostatitis', named: 'prostatitis, epididymitis, orchitis', support: 'prostat*, scrot*, epididym*, testic*, boggy' },
  { id: 'cellulitis', named: 'cellulitis, erysipelas', support: 'erythem*, warm*, redness, red, swelling, cephalexin, keflex, induration, cefazolin, ancef, skin infection, foot infection, leg infection, tender, streak*, wound, ulcer, infected, purulen*, drain*, vanc*, edema' },
  { id: 'abscess', named: 'abscess, skin abscess, carbuncle, furuncle', support: 'fluctuan*, i d, i and d, drainage, purulent, pus, collection, incision, indurat*, rim enhanc*, drain, packed, packing' },
  { id: 'necrotizing-fasciitis', named: 'necrotizing fasciitis, nec fasc, necrotizing soft tissue*, fournier*, gas gangrene', support: 'crepitus, gas, necro*, debride*, lrinec, dishwater, bullae, clindamycin, subcutaneous air, dusky, fournier, or exploration' },
  { id: 'gangrene', named: 'gangrene', support: 'gangren*, necro*, black, dusky, amputat*, eschar, dry' },
  { id: 'osteomyelitis', named: 'osteomyelitis, acute osteomyelitis, chronic osteomyelitis, discitis', support: 'bone exposed, exposed bone, probe* to bone, marrow edema, bone, marrow, ulcer*, mri, esr, cortical, osteo, erosion, debride*, amputat*, periosteal, sequestrum, back pain, foot infection, six weeks, 6 weeks, picc' },
  { id: 'septic-arthritis', named: 'septic arthritis, septic joint, prosthetic joint infection, infected ~ prosthesis, pji', support: 'synovial, joint, arthrocentesis, effusion, tka, tha, prosthe*, washout, aspirat*, hot knee, red knee, hot hip, swollen knee, knee swelling, unable to bear' },
  { id: 'hiv', named: 'hiv*, aids, hiv disease, symptomatic hiv', support: 'cd4, viral load, art, biktarvy, haart, antiretroviral, genvoya, dolutegravir, opportunistic, pcp, western blot, kaposi*, thrush, descovy, 4th gen' },
  { id: 'syphilis', named: 'syphilis, neurosyphilis, gonorrhea, pid', support: 'rpr, vdrl, penicillin g, benzathine, chancre, std, sti, discharge, gonor*, chlamyd*, cervical motion, pelvic, doxycycline, treponem*, naat' },
  { id: 'herpes-zoster', named: 'herpes zoster*, shingles, herpes simplex*, postherpetic*, zoster', support: 'vesic*, dermatom*, acyclovir, valacyclovir, valtrex, rash, tzanck, burning' },
  { id: 'malaria', named: 'malaria, ehrlich*', support: 'travel*, tick, parasit*, smear, mosquito, thin smear, doxycycline, erythema migrans, thick, artesunate, target rash, endemic' },
  { id: 'meningococcemia', named: 'meningococc*', support: 'purpura, petechia*, neisseria, csf, gram negative diplococci' },
  { id: 'candidiasis', named: 'candidiasis, thrush, candida*, intertrigo', support: 'nystatin, fluconazole, white plaque*, oral, candida, yeast, intertrig*, moist, satellite' },
  { id: 'pharyngitis', named: 'strep pharyngitis, streptococcal pharyngitis, strep throat, viral pharyngitis, pharyngitis, tonsillitis', support: 'throat, rapid strep, tonsil*, exudat*, amoxicillin, centor, uvula' },
  { id: 'otitis', named: 'otitis*, acute otitis media', support: 'ear*, tm, tympan*, amoxicillin, bulging, otorrhea, mastoid' },
  { id: 'sinusitis', named: 'sinusitis, acute uri, upper respiratory infection, uri, rhinitis', support: 'sinus*, nasal, congest*, facial pain, rhinorrhea, runny, cough, flonase, sneez*' },
];
