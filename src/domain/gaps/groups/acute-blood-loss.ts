import { BLOOD_LOSS, HEMOGLOBIN } from '../measurements.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { change } from '../operators/change.ts';
import { done } from '../operators/done.ts';
import { measuredThisVisit } from '../operators/measured-this-visit.ts';
import { noted } from '../operators/noted.ts';
import { orderedThisVisit } from '../operators/ordered-this-visit.ts';
import { sexIs } from '../operators/sex-is.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { BLEEDING, HEMOGLOBIN_NAMES, NOT_TRANSFUSED, OPERATED, TRANSFUSION } from './blood.ts';
import { WATCHING } from './explaining.ts';

const BLED = any(noted('bleeding', BLEEDING), measuredThisVisit(BLOOD_LOSS).atLeast(500));

const TRANSFUSED = any(
  noted('red cells', TRANSFUSION, { except: NOT_TRANSFUSED }),
  done('red cell transfusion', { codes: { hcpcs: ['P9016', 'P9040', 'P9021', 'P9022', 'P9038', 'P9039'] }, words: ['transfus*', 'packed red', 'red cells', 'red blood cells', 'prbc', 'prbcs'], except: ['plasma only', 'platelet*'], kinds: ['Procedure', 'MedicationRequest'], withinMonths: 1 }),
);

const IRON_GIVEN = any(
  orderedThisVisit('iron', ['ferrous*', 'ferric*', 'iron sucrose', 'iron dextran', 'iron', 'venofer', 'injectafer', 'ferumoxytol', 'feraheme', 'ferrlecit']),
  noted('iron', ['ferrous', 'iron sucrose', 'iv iron', 'oral iron', 'po iron', 'iron tabs', 'iron tablets', 'iron daily', 'iron bid', 'start iron', 'venofer', 'injectafer', 'feraheme', 'ferrlecit', 'ferumoxytol', 'iron']),
);

const FOLLOWED = statedInNotes('attention to the hemoglobin', { actions: [...WATCHING, 'steady', 'stable', 'stabilized', 'threshold', 'type and screen', 'type and cross*', 'dropped', 'drop', 'fell', 'down'], objects: HEMOGLOBIN_NAMES });

/** Anemic by the WHO (2024), and by 2 g/dL lower than before: with bleeding, or with an operation or a birth and more than the usual fall after it. */
export const ACUTE_FALL_OF_HEMOGLOBIN = all(
  change(HEMOGLOBIN, 'fall', { by: 2, withinDays: 180 }),
  any(measuredThisVisit(HEMOGLOBIN).below(12), all(sexIs('male'), measuredThisVisit(HEMOGLOBIN).below(13))),
  any(
    all(BLED, any(TRANSFUSED, IRON_GIVEN, measuredThisVisit(HEMOGLOBIN).below(8), measuredThisVisit(HEMOGLOBIN, 3).above(0), FOLLOWED)),
    all(
      any(noted('an operation, a birth or an injury', OPERATED), done('an operation', { codes: {}, words: ['arthroplasty', 'replacement', 'fixation', 'cesarean', 'delivery', 'hysterectomy', 'colectomy', 'resection', 'bypass', 'fusion', 'craniotomy', 'laparotomy', 'nail*', 'amputation', 'nephrectomy', 'prostatectomy'], kinds: ['Procedure'], withinMonths: 1 })),
      any(TRANSFUSED, IRON_GIVEN, measuredThisVisit(HEMOGLOBIN).below(8), all(measuredThisVisit(HEMOGLOBIN).below(10), FOLLOWED)),
    ),
  ),
);
