type Plans = typeof import('./plans.ts');

let arrived: Plans | null = null;

/** Fetches the planning while the record is read: no card needs it. The writer is given out only once it is there. */
export async function bringPlans(): Promise<void> {
  arrived ??= await import('./plans.ts');
}

/**
 * For everybody who holds a writer.
 * @throws Error where the plans were not brought: a mistake of ours, never a state to carry on in
 */
export function plans(): Plans {
  if (arrived === null) throw new Error('A plan was asked for before there was a writer.');
  return arrived;
}
