import { CodePicker } from '../components/code-picker-later.ts';
import { later } from '../components/later.tsx';
import { VisitBody } from '../components/visit-level-later.ts';

/** The screens and forms behind the review: none is needed for the first cards, and all are brought while a person looks at those. */
export const Countersign = later(async () => (await import('./countersign.tsx')).Countersign);
export const Propose = later(async () => (await import('./propose.tsx')).Propose);
export const Asking = later(async () => (await import('./asking.tsx')).Asking);
export const QueriesBefore = later(async () => (await import('../components/queries-before.tsx')).QueriesBefore);
export const Receipts = later(async () => (await import('./receipts.tsx')).Receipts);
export const Details = later(async () => (await import('./details.tsx')).Details);
export const Help = later(async () => (await import('./help.tsx')).Help);
export const Picker = later(async () => (await import('./picker.tsx')).Picker);
export const LockedScreen = later(async () => (await import('./left.tsx')).LockedScreen);
export const SignedOutScreen = later(async () => (await import('./left.tsx')).SignedOutScreen);
export const SignOut = later(async () => (await import('./sign-out.tsx')).SignOut);
export const CopyOrPrint = later(async () => (await import('./copy-or-print.tsx')).CopyOrPrint);
export const BelowList = later(async () => (await import('../components/below-list.tsx')).BelowList);

export async function bringScreens(): Promise<void> {
  await Promise.all([Countersign, Propose, Asking, QueriesBefore, Receipts, Details, Help, Picker, LockedScreen, SignedOutScreen, SignOut, CopyOrPrint, CodePicker, VisitBody, BelowList].map((screen) => screen.bring()));
}
