import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const ward = chart().age(84).setting('inpatient');
const nurse = { role: 'nurse', type: 'nursing' } as const;
const wound = 'Sacrum 2 x 1.5 cm partial thickness open area, pink base, pressure injury stage 2. Foam dressing, turn q2h.';

export default cases({
  open: {
    'a list before it denies something else': ward.note('Pneumonia.').note('Sacrum 2.5 x 1.5 cm open, pink base, no slough, partial thickness, pressure injury stage 2.', nurse),
    'PU with bone': ward.note('Pneumonia. Skin no rash.').note('Wound: R ischium 4x4x2 stage IV PU with exposed bone, chronic.', nurse),
    'form with site and stage': ward.note('Pneumonia.').note('Skin assessment: Pressure Injury 1 - Location: sacrum. Stage: 2. Size 1x1 cm.', nurse),
    'stage 2 by the wound nurse, provider silent': ward.note('Heart failure exacerbation, furosemide IV.').note(wound, nurse),
    'unstageable heel': ward.note('Pneumonia.').note('L heel unstageable pressure ulcer with eschar 3 x 3 cm, floated.', nurse),
    'deep tissue injury': ward.note('Hip fracture.').note('Deep tissue injury right heel, maroon, intact.', nurse),
    'decubitus in a skin sheet': ward.note('Stroke.').note('SKIN: decubitus coccyx stage III, 4 x 3 x 1 cm. Braden 11.', nurse),
    'the provider saw redness only': ward.note('Hip fracture. Sacrum reddened.').note(wound, nurse),
    'the provider points at the nurse': ward.note('Sepsis. Sacrum: open area, see nursing.').note(wound, nurse),
    'an ulcer of three years ago on the problem list': ward.problem('L89.152', { recorded: '2023-02-02' }).note('Pneumonia.').note(wound, nurse),
    'home visit': ward.setting('office').note('Diabetes follow-up.').note('Nonblanchable redness over the left hip, stage 1 pressure injury.', nurse),
  },
  met: {
    'the provider documents the ulcer': ward.note('Sacral pressure ulcer, present on admission, per wound nurse.').note(wound, nurse),
    'decubitus ulcer in the discharge summary': ward.note(wound, nurse).note('Discharge: decubitus ulcer of the sacrum.', { type: 'discharge' }),
    'charted at this encounter': ward.encounterDiagnosis('L89.152').note('Pneumonia.').note(wound, nurse),
    'the provider says moisture': ward.note('Sacral skin: moisture-associated dermatitis from incontinence, barrier cream.').note(wound, nurse),
    'possible deep tissue injury by the resident': ward.note('Possible deep tissue injury of the heel.', { role: 'resident' }).note('DTI left heel.', nurse),
    'only the surgeon names it': ward.note('Pneumonia.').note('Surgery consult: stage 3 sacral decubitus, debridement.', { type: 'consult' }).note(wound, nurse),
  },
  notApplicable: {
    'no stage of it': ward.note('Pneumonia.').note('Skin intact, no stage 1 pressure injury, heels floated.', nurse),
    'teaching': ward.note('Educated on prevention of pressure injuries and repositioning.', nurse),
    'skin intact': ward.note('Skin intact, no pressure injuries. Braden 18.', nurse),
    'at risk': ward.note('At risk for pressure injury, turn q2h.', nurse),
    'prevention bundle': ward.note('Pressure injury prevention bundle in place.', nurse),
    'healed': ward.note('Healed pressure ulcer of the sacrum, scar.', nurse),
    'a skin tear': ward.note('Skin tear left forearm 2 cm, steri-strips.', nurse),
    'blanchable redness': ward.note('Heels red, blanchable.', nurse),
    'an earlier stay’s nursing note': ward.note(wound, { ...nurse, encounter: 'Encounter/earlier' }),
  },
  cannotTell: {
    'a note of this visit could not be read': ward.note(wound, nurse).unreadableNote(),
    'notes were denied': ward.denied('DocumentReference'),
  },
});
