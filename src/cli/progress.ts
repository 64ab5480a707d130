import type { Streams } from './command.ts';

/** A count that redraws itself on a terminal, and stays silent in a pipe. */
export function startProgress(errors: Streams['errors']): { step(): void; end(): void } {
  if (errors.isTTY !== true) return { step: () => undefined, end: () => undefined };
  let count = 0;
  let drawnAt = 0;
  const draw = () => errors.write(`\r${count.toLocaleString('en')} lines`);
  return {
    step() {
      count += 1;
      const now = performance.now();
      if (now - drawnAt < 100) return;
      drawnAt = now;
      draw();
    },
    end() {
      draw();
      errors.write('\n');
    },
  };
}
