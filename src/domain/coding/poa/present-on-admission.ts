import type { AssertionStatus, Chart, Note, PresentOnAdmission } from '../../model/index.ts';
import { undotted } from '../tabular.ts';
import { isChronic } from './chronic.ts';
import { isExempt } from './exempt.ts';

/** What a provider's note of the stay says of the code. */
export interface AdmissionStatement {
  readonly note: Note;
  readonly status: AssertionStatus;
  /** The sentence that it stands in. */
  readonly words: string;
}

/**
 * The present-on-admission indicator of a diagnosis of an inpatient stay, by the rules of Appendix I of the ICD-10-CM Guidelines:
 * Y where it is documented on the way in or is chronic, N where the notes say that it arose after admission, W and U by the
 * provider's own words alone. Null: not inpatient, or the notes do not tell, which is a question to the provider.
 * @param said what the stay's provider notes say of the code
 */
export function poaOf(code: string, said: readonly AdmissionStatement[], { encounter }: Chart): PresentOnAdmission | null {
  if (encounter.setting !== 'inpatient') return null;
  const plain = undotted(code);
  if (isExempt(plain)) return 'exempt';
  const stated = said.filter(({ status }) => status === 'present' || status === 'possible');
  const told = [...new Set(stated.map(({ words }) => toldIn(words)).filter((one) => one !== null))];
  const [answer, contradiction] = told;
  if (contradiction !== undefined) return null;
  if (answer !== undefined) return answer;
  if (isChronic(plain)) return 'Y';
  if (stated.some((one) => isOnTheWayIn(one, encounter.start))) return 'Y';
  return stated.some(({ words }) => AROSE.test(words)) ? 'N' : null;
}

/** The provider says it outright; the first row that fits. */
function toldIn(words: string): 'Y' | 'N' | 'U' | 'W' | null {
  return TOLD.find(({ says }) => says.test(words))?.is ?? null;
}

const TOLD: readonly { readonly says: RegExp; readonly is: 'Y' | 'N' | 'U' | 'W' }[] = [
  { says: /\b(?:unable|not possible|impossible|cannot) (?:to )?(?:be )?(?:clinically )?(?:determined?|tell|told|say)\b[^.]{0,60}\b(?:present on admission|POA|at (?:the time of )?admission)\b/i, is: 'W' },
  { says: /\bclinically undetermined\b[^.]{0,60}\b(?:present on admission|POA|admission)\b/i, is: 'W' },
  { says: /\b(?:POA|present on admission)\b[^.]{0,40}\b(?:clinically undetermined|cannot be (?:clinically )?determined)\b/i, is: 'W' },
  { says: /\b(?:POA|present on admission)\b[^.]{0,40}\b(?:documentation (?:is )?insufficient|not documented)\b/i, is: 'U' },
  { says: /\b(?:not|wasn't|was not|isn't) (?:yet )?present (?:on|at|upon) admission\b|\bnot POA\b|\bPOA\s*[:=-]?\s*(?:no|N)\b/i, is: 'N' },
  { says: /\b(?:present (?:on|at|upon) admission|POA(?:\s*[:=-]?\s*(?:yes|Y))?|community[- ]acquired)\b/i, is: 'Y' },
];

/** Words by which it began within the stay; they decide only where nothing of the way in speaks of it. */
const AROSE = /\b(?:developed|new[- ]onset|complicated by|post-?op(?:erative)?(?:ly)?|POD ?#? ?\d|hospital day|HD ?#? ?\d|overnight|in[- ]hospital|during (?:the |this |her |his )?(?:stay|admission|hospitali[sz]ation|hospital course)|(?:since|after) admission|(?:hospital|facility)[- ]acquired|nosocomial|ventilator[- ]associated)\b/i;

const CAME_WITH = /\badmitted (?:\w+ ){0,3}(?:with|for)\b|\bpresent(?:ed|ing) (?:\w+ ){0,4}with\b/i;

/**
 * Said in the emergency department or at admission, in any note until the end of the day of admission that does not tell it as
 * begun since, or as what the patient came with.
 */
function isOnTheWayIn({ note: { type, date }, words }: AdmissionStatement, start: string | null): boolean {
  if (type === 'ed' || type === 'hp') return true;
  if (AROSE.test(words)) return false;
  const day = start?.slice(0, 10);
  return CAME_WITH.test(words) || (day !== undefined && date !== null && date.slice(0, 10) <= day && type !== 'discharge');
}
