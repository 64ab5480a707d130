import type { Family } from '../family.ts';
import { BLOOD_CANCER } from './blood-cancer.ts';
import { CARDIOVASCULAR } from './cardiovascular.ts';
import { DIGESTIVE } from './digestive.ts';
import { INFECTION_FAMILIES } from './infection.ts';
import { NEURO_PSYCHIATRIC } from './neuro-psychiatric.ts';
import { PERINATAL_SURGICAL } from './perinatal-surgical.ts';
import { RARE_AND_SENSORY } from './rare-and-sensory.ts';
import { RENAL_METABOLIC } from './renal-metabolic.ts';
import { RESPIRATORY } from './respiratory.ts';
import { SELDOM_CHEST_BELLY } from './seldom-chest-belly.ts';
import { SELDOM_GLANDS_GERMS } from './seldom-glands-germs.ts';
import { SELDOM_NERVES_LIMBS_BIRTH } from './seldom-nerves-limbs-birth.ts';
import { SKIN_INJURY } from './skin-injury.ts';

/** Every diagnosis whose support can be told. A diagnosis that is not here is never called unsupported. */
export const FAMILIES: readonly Family[] = [
  ...RESPIRATORY, ...CARDIOVASCULAR, ...RENAL_METABOLIC, ...DIGESTIVE, ...NEURO_PSYCHIATRIC,
  ...BLOOD_CANCER, ...INFECTION_FAMILIES, ...SKIN_INJURY, ...PERINATAL_SURGICAL, ...RARE_AND_SENSORY,
  ...SELDOM_CHEST_BELLY, ...SELDOM_GLANDS_GERMS, ...SELDOM_NERVES_LIMBS_BIRTH,
];
