import type { WordRow } from './phrases.ts';

/**
 * Words and marks that choose for the provider. No option is selected, recommended or set apart.
 * Authority: AHIMA/ACDIS, Guidelines for Achieving a Compliant Query Practice (2022 update): options are offered evenly.
 */
export const PRESELECTED_IN_OPTION: readonly WordRow[] = [
  { words: ['recommended', 'recommends', 'preferred', 'suggested', 'suggests', 'default', 'defaulted', 'pre checked', 'prechecked', 'pre selected', 'preselected', 'pre filled', 'prefilled', 'pre populated', 'prepopulated', 'auto selected', 'selected', 'already checked', 'already entered', 'already selected', 'already marked', 'already filled', 'already added', 'checked for you', 'best fit', 'best answer', 'best choice', 'best option', 'best match', 'best supported', 'top choice', 'correct answer', 'right answer', 'expected answer', 'anticipated answer', 'strike if', 'cross out if', 'uncheck if', 'choose this', 'select this', 'pick this', 'check this', 'this one', 'please select', 'please choose', 'please pick', 'our pick', 'cdi pick', 'cdi choice', 'cdi opinion', 'cdi impression', 'cdi favors', 'cdi agrees', 'per cdi', 'cdi team', 'coder agrees', "coder's choice", 'favored', 'favoured', 'most likely', 'most appropriate', 'most accurate', 'most consistent', 'most supported', 'strongly supported', 'appears correct', 'meets criteria', 'criteria met', 'supported by indicators', 'supported by the indicators', 'clinically supported', 'matches the indicators', 'fits best', 'fits the picture', 'sign to accept', 'highly likely', 'entered on your behalf', 'will be entered', 'chosen', 'indicated by labs', 'recommendation', 'answer used by', 'used by the service', 'used by the team', 'used by our', 'used in our', 'used by most', 'usual answer', 'usual choice', 'usual response', 'usual wording', 'standard answer', 'house answer', 'customary answer', 'answer of choice', 'answer we use', 'the one we use', 'our answer', 'our choice', 'as agreed', 'already agreed', 'consensus answer', 'accepted answer', 'favorite', 'first choice', 'chosen by', 'picked by', 'ticked', 'pre ticked', 'leave as is', 'delete if'], why: 'a preference', unless: ['not clinically supported', 'is clinically supported', 'not supported', 'is not', 'most likely viral', 'most likely bacterial', 'most likely due to'] },
];

export const PRESELECTED_IN_TEXT: readonly WordRow[] = [
  { words: ['pre checked', 'prechecked', 'pre selected', 'preselected', 'pre filled', 'prefilled', 'pre populated', 'prepopulated', 'pre marked', 'auto populated', 'already selected', 'already checked', 'already entered', 'already marked', 'already filled', 'already chosen', 'been selected', 'been checked', 'been marked', 'been entered for you', 'been filled', 'checked for you', 'selected for you', 'marked for you', 'default answer', 'default response', 'default selection', 'default option', 'defaults to', 'will default', 'recommended answer', 'recommended option', 'recommended response', 'suggested answer', 'suggested response', 'suggested option', 'preferred answer', 'preferred response', 'preferred option', 'best answer', 'expected answer', 'expected response', 'correct answer', 'we recommend option', 'we recommend the', 'the first option is', 'the first option has', 'the first answer is', 'choose the first', 'select the first', 'pick the first', 'the top option', 'choose option', 'select option', 'pick option', 'check the first', 'just sign', 'simply sign', 'sign below to accept', 'sign to accept', 'just initial', 'simply initial', 'unless you disagree', 'unless you object', 'if no response', 'if no reply', 'if we do not hear', "if we don't hear", 'no action needed if you agree', 'bolded option', 'bold option', 'option in bold', 'highlighted option', 'starred option', 'highlighted answer', 'we have selected', 'we selected', 'i have selected', 'i selected', 'we have checked', 'i have checked', 'i checked', 'we have marked', 'i have marked', 'cdi has selected', 'cdi selected', 'already on the form', 'first will be entered', 'will be entered', 'entered by default', 'will be assumed', 'will be taken as'], why: 'an answer is set before the provider reads' },
];

/** A mark that sets one option apart where other options lack it. */
export const OPTION_MARKS: readonly RegExp[] = [
  /^\s{0,3}[[(]\s?[x✓✔*•●]\s?[\])]/iu,
  /[☑☒✓✔✅⭐★●◉👉]/u,
  /^\s{0,3}(?:\*{1,3}|>{1,3}|={1,2}>|-{1,2}>|→|➔|➡)\s{0,2}\S/u,
  /\*{1,3}\s{0,2}$/u,
  /<\/?(?:b|strong|u|mark)>/iu,
  /(?:<-|<=|←|⇐|<<)/u,
  /^\s{0,3}x\s{1,3}(?=\p{L})/iu,
];
