import type { JSX } from 'preact';
import type { ReviewState } from '../../app/review-state.ts';
import type { App } from '../state/app.ts';
import { useEffect } from 'preact/hooks';
import { Header } from '../components/header.tsx';
import { LockingSoon } from '../components/locking-soon.tsx';
import { AppContext, openOf } from '../state/app.ts';
import { Asking, bringScreens, CopyOrPrint, Countersign, Details, Help, LockedScreen, Picker, Propose, Receipts, SignedOutScreen, SignOut } from './later-screens.ts';
import { Review } from './review.tsx';
import { StoppedScreen } from './stopped.tsx';
import { Working } from './working.tsx';

export function Root({ app }: { readonly app: App }): JSX.Element {
  const state = app.state.value;
  const open = openOf(state);
  const chart = open?.chart ?? (state.phase === 'analysing' ? state.chart : null);
  const session = state.phase === 'picking' ? null : open?.session ?? ('session' in state ? state.session : null);
  useEffect(() => {
    /** One that does not arrive now is asked for again when it is needed, and says so then. */
    if (state.phase === 'reviewing') bringScreens().catch(() => undefined);
  }, [state.phase]);
  return (
    <AppContext.Provider value={app}>
      <div class="app">
        <Header covered={app.viewing.value !== null && app.narrow.value} session={session} chart={chart} release={open === null ? undefined : open.analysis.release} />
        <Screen state={state} />
        {app.dialog.value === 'help' && <Help />}
        {app.dialog.value === 'details' && chart !== null && <Details chart={chart} open={open} />}
        {app.dialog.value === 'sign-out' && open !== null && <SignOut open={open} />}
        {app.dialog.value === 'summary' && open !== null && <CopyOrPrint open={open} />}
        <LockingSoon />
        <output class="live" aria-live="polite">{app.live.value}</output>
      </div>
    </AppContext.Provider>
  );
}

function Screen({ state }: { readonly state: ReviewState }): JSX.Element {
  switch (state.phase) {
    case 'launching': return <p class="boot">Signing in with the EHR…</p>;
    case 'picking': return <Picker session={state.session} />;
    case 'reading': case 'analysing': return <Working state={state} />;
    case 'reviewing': return <Review key={state.open.chart.asOf} open={state.open} />;
    case 'countersigning': return state.open.permission.kind === 'may-propose' ? <Propose state={state} /> : <Countersign state={state} />;
    case 'asking': return <Asking state={state} />;
    case 'writing': case 'done': return <Receipts state={state} />;
    case 'locked': return <LockedScreen state={state} />;
    case 'signed-out': return <SignedOutScreen state={state} />;
    case 'stopped': return <StoppedScreen state={state} />;
  }
}
