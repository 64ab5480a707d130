import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A screen in a file of its own. `bring` fetches it ahead of need. */
export interface Later<P> {
  (props: P): JSX.Element;
  /** @throws what the fetching of the file threw */
  bring(): Promise<void>;
}

/** Keeps what the first cards do not need out of the first load. Once brought, it renders at once. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  let arrived: ComponentType<P> | null = null;
  const bring = async (): Promise<void> => { arrived ??= await load(); };
  function Late(props: P): JSX.Element {
    const [failed, setFailed] = useState(false);
    const [, setArrived] = useState(arrived !== null);
    useEffect(() => { if (arrived === null) bring().then(() => setArrived(true), () => setFailed(true)); }, []);
    const Screen = arrived;
    if (Screen !== null) return <Screen {...props} />;
    if (!failed) return <p class="boot">Loading…</p>;
    return (
      <div class="trouble" role="alert">
        <p>This part of the app did not arrive: the connection failed, or the app was updated meanwhile. What you decided and signed is kept.</p>
        <button type="button" onClick={() => location.reload()}>Load the app again</button>
      </div>
    );
  }
  return Object.assign(Late, { bring });
}
