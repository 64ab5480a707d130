import { useEffect, useState } from 'preact/hooks';

const NARROWEST = 320;
const WIDEST = 480;
const STEP = 8;
const KEPT = 'sandbox-sidebar-width';

/** The width of the sidebar, by pointer and by arrow keys; most EHRs give an app 320 to 480 px. */
export function Divider() {
  const [width, setWidth] = useState(kept);
  const [dragging, setDragging] = useState(false);

  useEffect(() => {
    document.documentElement.style.setProperty('--sidebar-width', `${width}px`);
    keep(width);
  }, [width]);
  useEffect(() => {
    document.documentElement.classList.toggle('resizing', dragging);
  }, [dragging]);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = { ArrowLeft: width + STEP, ArrowRight: width - STEP, Home: WIDEST, End: NARROWEST }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setWidth(within(next));
  };

  return (
    <div
      class="divider"
      // A separator that takes focus is a widget with a value (ARIA 1.2), which hr is not.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label="Width of the Countersign sidebar"
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      aria-valuenow={width}
      aria-valuetext={`${width} pixels`}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragging(true);
      }}
      onPointerMove={(event) => dragging && setWidth(within(document.documentElement.clientWidth - event.clientX))}
      onPointerUp={() => setDragging(false)}
      onPointerCancel={() => setDragging(false)}
    />
  );
}

function within(width: number): number {
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
}

/** Storage may be blocked; the width is then simply not remembered. */
function kept(): number {
  try {
    return within(Number(localStorage.getItem(KEPT) ?? 400));
  } catch {
    return 400;
  }
}

function keep(width: number): void {
  try {
    localStorage.setItem(KEPT, String(width));
  } catch {
    return;
  }
}
