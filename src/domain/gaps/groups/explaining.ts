import type { AssertionStatus } from '../../model/index.ts';

/**
 * Words with which a provider says what a finding means without naming a disease: it is nobody's question any more.
 * They count beside the finding's own name in one sentence ("Na 131, at her baseline").
 */
export const EXPLAINING: readonly string[] = [
  'not clinically significant', 'clinically insignificant', 'no clinical significance', 'not significant', 'insignificant', 'of no concern', 'no concern',
  'expected', 'as expected', 'physiologic*', 'normal variant', 'normal for', 'usual for', 'at baseline', 'at her baseline', 'at his baseline', 'at their baseline', 'near baseline', 'near her baseline', 'near his baseline', 'unchanged from baseline',
  'chronically low', 'chronically high', 'chronically elevated', 'chronic and stable', 'chronic, stable', 'chronic stable', 'long-standing', 'longstanding', 'lifelong',
  'spurious*', 'artifact*', 'artefact*', 'lab error', 'laboratory error', 'erroneous*', 'falsely', 'pseudo*', 'hemolyzed', 'hemolysis', 'haemolysed', 'clumping', 'clumped', 'clumps', 'contaminated', 'diluted', 'dilutional', 'hemodilution', 'drawn above', 'not real', 'interfer*', 'postictal', 'post-ictal', 'wrong patient', 'wrong tube', 'stress response', 'demargination', 'steroid effect', 'after the steroid', 'physiological*',
];

/** A cause of a laboratory value that is no diagnosis of its own, such as troponin. */
export const ATTRIBUTING: readonly string[] = ['attributed to', 'due to', 'because of', 'explained by', 'secondary to', 'reflects', 'reflecting', 'consistent with', 'represents', 'related to', 'caused by', 'in the setting of', 'likely from'];

/** What a provider of this visit said of a disease: "AKI, resolved" answers as "AKI" does, and "ruled out" too. */
export const SAID: readonly AssertionStatus[] = ['present', 'possible', 'historical', 'absent'];

/** Attention to a result that is more than its being listed. */
export const WATCHING: readonly string[] = [
  'recheck*', 're-check*', 'repeat*', 'serial*', 'trend*', 'monitor*', 'follow*', 'watch*', 'check', 'checks', 'q2h', 'q4h', 'q6h', 'q8h', 'q12h', 'bid', 'daily', 'every', 'in am', 'in the morning', 'tomorrow', 'again', 'pending', 'tonight',
];
