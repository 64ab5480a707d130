import type { Stopped } from './review-state.ts';
import { FhirFault } from '../fhir/http/contract.ts';
import { StoreFault } from '../store/contract.ts';

/** A stop in words for a person: what failed and what to do. An error that is not ours is never quoted, it could hold PHI. */
export function stopped(at: Stopped['at'], error: unknown, cancelled: boolean): Omit<Stopped, 'resume'> {
  if (cancelled) return { phase: 'stopped', at, kind: 'cancelled', message: 'The review was cancelled.', whatToDo: 'Nothing was written. Start again when you want to.', launch: null };
  return { phase: 'stopped', at, kind: 'failed', ...wordsOf(at, error) };
}

function wordsOf(at: Stopped['at'], error: unknown): Pick<Stopped, 'message' | 'whatToDo' | 'launch'> {
  if (hasAdvice(error)) return { message: error.message, whatToDo: error.whatToDo, launch: at === 'launching' ? error.kind ?? 'other' : null };
  if (error instanceof StoreFault) return { message: error.message, whatToDo: STORE_ADVICE, launch: null };
  if (error instanceof FhirFault) return { message: error.message, whatToDo: FAULT_ADVICE[error.kind], launch: null };
  return { ...UNEXPECTED[at], launch: null };
}

/** Our own errors for a person (LaunchError, EngineFault) carry their advice with them. */
function hasAdvice(error: unknown): error is Error & { readonly whatToDo: string; readonly kind?: string } {
  return error instanceof Error && 'whatToDo' in error && typeof error.whatToDo === 'string';
}

const AGAIN = 'Try again. Nothing was written, and your decisions of this review are kept.';

const FAULT_ADVICE: Readonly<Record<FhirFault['kind'], string>> = {
  network: AGAIN, timeout: AGAIN, 'cut-body': AGAIN, busy: AGAIN, cancelled: AGAIN,
  'foreign-address': 'Tell the people who run this app: the EHR named an address outside itself.',
  'signed-out': 'Open the app again from the EHR. Your decisions of this review are kept.',
};

/** What is stored may hold signed items, so that the review does not open as if there were none. */
const STORE_ADVICE = 'Close other tabs of this app, make room on this device, then try again. What you signed here is kept.';

const UNEXPECTED: Readonly<Record<Stopped['at'], { message: string; whatToDo: string }>> = {
  launching: { message: 'The launch did not complete.', whatToDo: 'Open the app again from the EHR.' },
  reading: { message: 'Reading the record stopped on something unexpected.', whatToDo: AGAIN },
  analysing: { message: 'The analysis stopped on something unexpected.', whatToDo: AGAIN },
};
