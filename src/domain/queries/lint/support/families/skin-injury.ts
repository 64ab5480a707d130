import type { Family } from '../family.ts';

const PRESSURE = 'pressure, sacr*, coccyx, heel*, ischi*, buttock*, braden, wocn, wound nurse, wound rn, wound care, trochanter*, bedbound, skin note, unstageable, dti, decub*, occip*, stage, ulcer*, wound, mepilex';

/** What lies below the skin is seen. */
const OPEN_DEEP = 'full thickness, slough, undermining, tunneling, subcutaneous, fat visible, bone, tendon, muscle, granulation';

export const SKIN_INJURY: readonly Family[] = [
  { id: 'pressure-stage-1', named: 'stage 1 pressure*, stage 1 ~ pressure, pressure ulcer stage 1, pressure injury stage 1, pressure ~ stage 1', support: PRESSURE, settles: 'red intact, nonblanch* erythema, non blanch* erythema, nonblanch* redness, non blanch* redness', against: 'bone, tendon, full thickness, slough, eschar, stage 4, tunneling, undermining, purple, maroon, deep red, blood blister, open wound, partial thickness', authority: 'NPIAP 2016' },
  { id: 'pressure-stage-2', named: 'stage 2 pressure*, stage 2 ~ pressure, pressure ulcer stage 2, pressure injury stage 2, pressure ~ stage 2', support: PRESSURE, settles: 'partial thickness, blister, shallow, dermis', against: 'exposed bone, bone exposed, visible bone, stage 4, tunneling, purple, maroon, full thickness, slough, eschar', authority: 'NPIAP 2016' },
  { id: 'pressure-stage-3', named: 'stage 3 pressure*, stage 3 ~ pressure, pressure ulcer stage 3, pressure injury stage 3, pressure ~ stage 3', support: PRESSURE, settles: OPEN_DEEP, against: 'intact, nonblanch*, non blanch*, partial thickness, blister, dermis', authority: 'NPIAP 2016' },
  { id: 'pressure-stage-4', named: 'stage 4 pressure*, stage 4 ~ pressure, pressure ulcer stage 4, pressure injury stage 4, pressure ~ stage 4', support: PRESSURE, settles: 'bone, tendon, muscle, fascia, exposed', against: 'intact, nonblanch*, non blanch*, partial thickness, blister, dermis, stage 1, stage 2', authority: 'NPIAP 2016' },
  { id: 'deep-tissue-injury', named: 'deep tissue injury, deep tissue pressure*, dti, dtpi, suspected deep tissue*', support: 'purple, maroon, deep purple, blood blister, dti, discolor*, nonblanch*, non blanch*, dusky, boggy, pressure', settles: 'purple, maroon, dti', against: 'full thickness, tendon, bone, shallow, partial thickness', authority: 'NPIAP 2016' },
  { id: 'unstageable', named: 'unstageable*', support: 'eschar, slough, unstageable, necro*, covered, obscured, pressure', settles: 'eschar, slough, necro*', against: 'intact, nonblanch*, partial thickness, shallow', authority: 'NPIAP 2016' },
  { id: 'pressure-ulcer', named: 'pressure ulcer*, pressure injur*, decubitus*', support: PRESSURE },
  { id: 'moisture-dermatitis', named: 'moisture associated*, masd, incontinence associated dermatitis, incontinence dermatitis, iad', support: 'incontinen*, moisture, macerat*, diarrhea, barrier, stool, perine*, buttock*, sacr*, coccyx, gluteal, excoriat*, skin, groin' },
  { id: 'non-pressure-ulcer', named: 'non pressure*, nonpressure*, arterial ulcer, neuropathic ulcer, ischemic ulcer', support: 'ulcer*, wound, foot, toe, heel, leg, malleol*, plantar, abi' },
  { id: 'burn', named: 'burn*, third degree burn, second degree burn, inhalation injury', support: 'burn*, tbsa, scald, flame, thermal, blister*, smoke, soot, carboxy*, fire, silvadene, skin graft' },
  { id: 'dermatitis', named: 'dermatitis, eczema, psoriasis, urticaria, contact dermatitis, drug rash, drug eruption', support: 'rash, prurit*, itch*, hives, plaque*, triamcinolone, hydrocortisone, eczema*, scal*, erupt*, maculopap*, steroid cream' },
  { id: 'sjs', named: 'stevens johnson*, sjs, toxic epidermal*', support: 'mucosal, mucosa, bullae, sloughing, nikolsky, desquam*, detach*, target*, oral ulcer*, burn unit' },
  { id: 'hip-fracture', named: 'hip fracture, femoral neck fracture, intertrochanteric*, femur fracture', support: 'fracture*, fx, fall, hip, orif, hemiarthroplast*, im nail, femor*, leg shortened' },
  { id: 'pathological-fracture', named: 'pathological fracture*, pathologic fracture*, osteoporotic fracture*, fragility fracture*, fracture due to osteoporosis, insufficiency fracture, osteoporosis with ~ fracture, stress fracture, fracture due to ~ neoplasm', support: 'fracture*, fx, dexa, tscore >= 1, osteopor*, osteopen*, alendronate, metasta*, lytic, ground level, standing height, myeloma, compression deformit*, height loss, compression', against: 'ladder, mvc, mva, motorcycle, crash, gunshot, assault, assaulted, on ice, slipped on, struck, tscore < 0.9' },
  { id: 'vertebral-fracture', named: 'vertebral fracture, compression fracture, vertebral compression fracture, spinal fracture', support: 'compression, height loss, vertebra*, kyphoplast*, l1, l2, t12, back pain, fracture*, fx, wedge' },
  { id: 'osteoporosis', named: 'osteoporosis, osteopenia', support: 'dexa, t score, alendronate, denosumab, prolia, fragility, bone density, fosamax, zoledron*, fracture, osteopor*, forteo, height loss, bmd' },
  { id: 'traumatic-fracture', named: 'traumatic fracture, rib fracture*, wrist fracture, ankle fracture, closed fracture, open fracture, pelvic fracture', support: 'broken, break, fracture*, fx, fall, fell, mvc, trauma, x ray, xr, displaced, cast, splint, orif, crash, struck, gustilo' },
  { id: 'compartment-syndrome', named: 'compartment syndrome', support: 'compartment, fasciotomy, stryker, tense, passive stretch, bladder pressure, decompressive' },
  { id: 'concussion', named: 'concussion, traumatic brain injury, tbi, cerebral contusion, diffuse axonal*', support: 'head injury, head strike, hit head, loc, gcs, fall, mvc, concuss*, contusion, trauma, struck' },
  { id: 'psoriatic-arthritis', named: 'psoriatic arthritis', support: 'psoria*, plaque*, nail pitting, dactylitis, sausage, enthes*, secukinumab, cosentyx, ixekizumab, apremilast, otezla, dip' },
  { id: 'spondyloarthritis', named: 'ankylosing spondylitis, spondyloarth*, reactive arthritis', support: 'hla b27, sacroili*, bamboo, back pain, stiff*, uveitis, secukinumab, enthes*, urethritis, spine' },
  { id: 'sjogren-scleroderma', named: 'sjogren*, scleroderma, systemic sclerosis, mixed connective*', support: 'ssa, ssb, ro, la, dry eyes, dry mouth, sicca, schirmer, scl 70, centromere, raynaud*, skin thicken*, sclerodact*, telangiect*, rnp, ana' },
  { id: 'rheumatoid-arthritis', named: 'rheumatoid arthritis', support: 'methotrexate, rf, anti ccp, ccp, synovitis, mcp, adalimumab, humira, joint*, morning stiff*, etanercept, hydroxychloroquine, plaquenil, dmard' },
  { id: 'lupus', named: 'lupus, sle', support: 'ana, dsdna, ds dna, malar, hydroxychloroquine, plaquenil, complement*, c3, anti smith' },
  { id: 'osteoarthritis', named: 'osteoarthritis, degenerative joint*, oa, djd', support: 'joint space, knee*, hip*, osteophyt*, arthroplast*, nsaid*, crepitus, tka, tha, degenerat*, joint' },
  { id: 'polymyalgia', named: 'polymyalgia*, pmr, dermatomyositis, polymyositis', support: 'esr, crp, shoulder*, stiff*, prednisone, ck > 300, proximal, tender points, weakness, myalgia*, gottron, pain' },
  { id: 'sarcopenia', named: 'sarcopenia, frailty, debility, deconditioning', support: 'grip, gait speed, muscle mass, frail*, weak*, pt eval, deconditioned, falls, debil*, pt, sarc f' },
  { id: 'adverse-drug-effect', named: 'poisoning, toxicity, overdose, drug toxicity', support: 'level, overdose, ingest*, tacrolimus, cyclosporine, transplant*, digoxin, lithium, tox*, supratherapeutic, acetaminophen, nac, salicyl*, clonus, hyperreflex*, ssri, haldol, antipsychotic*, rigid*, pills, drug*, antidote, activated charcoal, digifab, took' },
  { id: 'carbon-monoxide', named: 'carbon monoxide*', support: 'carboxy*, cohb, generator, furnace, smoke, hyperbaric, fire' },
  { id: 'heat-stroke', named: 'heat stroke, heat exhaustion, hyperthermia', support: 'temp > 39.5, cooling, heat, ice, dantrolene, outdoor*' },
  { id: 'hypothermia', named: 'hypothermia', support: 'temp < 35.1, bair hugger, rewarm*, cold, exposure' },
];
