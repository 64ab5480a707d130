import type { FaultRule } from '../../src/sandbox/contract.ts';
import type { Scene } from './scenes.ts';

/** What goes wrong at the moment when the request that carries the step is on its way. */
export interface Fault {
  /** Row of the table. */
  readonly name: string;
  readonly strikes: Strike;
}

export type Strike =
  /** The server does it, once, or each time that the step comes (`forGood`). `deaf`: until the person's next try it answers no question either. */
  | { readonly by: 'server'; readonly effect: FaultRule['effect']; readonly forGood?: boolean; readonly deaf?: boolean; readonly signInEnds?: boolean }
  /** The tab is gone before the request left, or after the server did it; a person comes back, `years` later by the device's clock. */
  | { readonly by: 'tab'; readonly closed: 'before' | 'after'; readonly years?: number }
  | { readonly by: 'clock'; readonly years: number };

type Status = Extract<FaultRule['effect'], { type: 'status' }>['status'];

/** Above the longest that a quiet request takes, in milliseconds; the slow one is carried out after the app gave up. */
export const PATIENCE = 150;
export const SLOW = 220;

const REFUSALS: readonly Status[] = [401, 403, 404, 409, 412, 422, 429, 500, 503];

export const FAULTS: readonly Fault[] = [
  { name: 'timeout', strikes: { by: 'server', effect: { type: 'slow', milliseconds: SLOW } } },
  ...REFUSALS.flatMap((code): readonly Fault[] => [
    { name: `${code}`, strikes: { by: 'server', effect: status(code) } },
    { name: `${code} for good`, strikes: { by: 'server', effect: status(code), forGood: true } },
  ]),
  { name: 'cut body', strikes: { by: 'server', effect: { type: 'cut-body' } } },
  { name: 'cut body, look-up fails', strikes: { by: 'server', effect: { type: 'cut-body' }, deaf: true } },
  { name: 'lost reply', strikes: { by: 'server', effect: { type: 'lost-reply' } } },
  { name: 'lost reply, look-up fails', strikes: { by: 'server', effect: { type: 'lost-reply' }, deaf: true } },
  { name: 'tab closed before', strikes: { by: 'tab', closed: 'before' } },
  { name: 'tab closed after', strikes: { by: 'tab', closed: 'after' } },
  { name: 'tab closed, clock back', strikes: { by: 'tab', closed: 'after', years: -1 } },
  { name: 'token expired', strikes: { by: 'server', effect: { type: 'expire-tokens' } } },
  { name: 'token expired, sign-in over', strikes: { by: 'server', effect: { type: 'expire-tokens' }, signInEnds: true } },
  { name: 'clock a year on', strikes: { by: 'clock', years: 1 } },
  { name: 'clock a year back', strikes: { by: 'clock', years: -1 } },
];

/** The companion server knows no tokens. */
export function faultsOf({ companion }: Pick<Scene, 'companion'>): readonly Fault[] {
  return FAULTS.filter(({ strikes }) => !companion || strikes.by !== 'server' || strikes.effect.type !== 'expire-tokens');
}

function status(code: Status): FaultRule['effect'] {
  return { type: 'status', status: code, retryAfter: 0 };
}
