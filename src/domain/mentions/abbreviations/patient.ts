import type { NoteContext } from '../../model/index.ts';

/** Null where neither chart nor note tells. */
export interface Patient {
  readonly sex: 'male' | 'female' | null;
  readonly years: number | null;
}

/**
 * Whom the note is about, by the chart, else by its own words ("67M", "G2P1", "3 y/o", "neonate").
 * @param count how often a word form stands in the note
 */
export function patientOf(text: string, count: (form: string) => number, context?: Pick<NoteContext, 'ageYears' | 'sex'>): Patient {
  const opening = text.slice(0, OPENING);
  const told = LETTER.exec(opening.slice(0, FIRST_WORDS)) ?? WORD.exec(opening) ?? YEARS_OLD.exec(opening);
  const sex = context === undefined || context.sex === 'unknown' ? (sexOfWord(told?.[2]) ?? sexOfWords(opening, count)) : context.sex;
  return { sex, years: context?.ageYears ?? (told ? Number(told[1]) : yearsOfWords(opening, count)) };
}

/** Who the patient is, is said at the beginning. */
const OPENING = 3000;
const FIRST_WORDS = 200;
/** "67M", "34 F"; further on such a letter may be that of a catheter (16F) or of degrees. */
const LETTER = /(?<![\d.])([1-9]\d) ?([MF])(?![/\w])/;
const WORD = /(?<![\d.])(\d{1,3})[ -]?(?:yo|y\/o|y\.o\.|yrs?|years?)(?:[ -]old)?,?[ -]?(?:[A-Za-z-]{1,16} )?(m|f|M|F|male|female|man|woman|lady|gentleman|boy|girl)\b/;
const YEARS_OLD = /(?<![\d.])(\d{1,3})[ -]?(?:yo|y\/o|y\.o\.|years?[ -]olds?|yrs?[ -]old)\b/i;
const MONTHS_OR_DAYS_OLD = /(?<![\d.])\d{1,2}[ -]?(?:mo|m\/o|months?[ -]old|mos?[ -]old|wk[ -]old|weeks?[ -]old|days?[ -]old|do|d\/o)\b/i;
const PREGNANT = /\b[Gg]\d{1,2} ?[Pp]\d{1,4}\b|\b(?:[1-3]\d|4[0-2])w[0-6]d\b/;

function sexOfWord(written: string | undefined): Patient['sex'] {
  if (written === undefined) return null;
  return /^(?:f|female|woman|lady|girl)$/i.test(written) ? 'female' : 'male';
}

const FEMALE = ['woman', 'female', 'lady', 'girl', 'she', 'her', 'gravida', 'pregnant', 'pregnancy', 'lmp', 'menses', 'postpartum'];
const MALE = ['man', 'male', 'gentleman', 'boy', 'he', 'his', 'him'];

function sexOfWords(opening: string, count: (form: string) => number): Patient['sex'] {
  const all = (forms: readonly string[]): number => forms.reduce((sum, form) => sum + count(form), 0);
  const female = all(FEMALE) + (PREGNANT.test(opening) ? 1 : 0);
  const male = all(MALE);
  if (female > 2 * male) return 'female';
  return male > 2 * female ? 'male' : null;
}

function yearsOfWords(opening: string, count: (form: string) => number): number | null {
  if (NEWBORN.some((form) => count(form) > 0)) return 0;
  if (MONTHS_OR_DAYS_OLD.test(opening) || count('infant') > 0) return 0.5;
  return CHILD.some((form) => count(form) > 0) ? 8 : null;
}

const NEWBORN = ['newborn', 'neonate', 'nicu', 'preterm', 'dol'];
const CHILD = ['toddler', 'kindergarten', 'preschooler'];
