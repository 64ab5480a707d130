import type { MeasureGroup, Population, PopulationCode } from '../model.ts';
import { observedBy } from '../pack/observation-functions.ts';

/** One case (a patient or an episode) in one population. `observations` is null where the case is not observed. */
export interface Membership {
  readonly population: Population;
  in: boolean;
  observations: readonly number[] | null;
}

/**
 * Makes memberships agree with each other, in place: nobody is in the numerator who is not in the denominator, or is excluded from it, and so on.
 * Authority: CQF Measures IG STU5, measure conformance, table 3-1; CMS Measure Calculations.
 */
export function settle(members: Membership[], group: MeasureGroup): void {
  const settling = new Settling(members, group);
  if (group.scoring === 'ratio') settling.ratio();
  else if (group.scoring === 'continuous-variable') settling.continuous();
  else settling.proportion();
}

class Settling {
  readonly #members: Membership[];
  readonly #group: MeasureGroup;

  constructor(members: Membership[], group: MeasureGroup) {
    this.#members = members;
    this.#group = group;
  }

  proportion(): void {
    if (!this.#in('initial-population')) { this.#nothing(); return; }
    if (this.#has('denominator') && !this.#in('denominator')) {
      this.#out('denominator-exclusion', 'denominator-exception', 'numerator', 'numerator-exclusion');
      return;
    }
    if (this.#in('denominator-exclusion')) { this.#out('numerator', 'numerator-exclusion', 'denominator-exception'); return; }
    if (this.#in('numerator')) this.#out('denominator-exception');
    else this.#out('numerator', 'numerator-exclusion');
  }

  /** Numerator and denominator stand alone, each on its own initial population where there are two. */
  ratio(): void {
    const initial = this.#members.filter(({ population }) => population.code === 'initial-population');
    if (initial.length > 1) {
      if (this.#isOutsideOf('numerator')) this.#out('numerator', 'numerator-exclusion');
      if (this.#isOutsideOf('denominator')) this.#out('denominator', 'denominator-exclusion', 'denominator-exception');
    } else if (!this.#in('initial-population')) { this.#nothing(); return; }
    if (this.#has('denominator') && !this.#in('denominator')) this.#out('denominator', 'denominator-exclusion', 'denominator-exception');
    else if (this.#in('denominator-exclusion')) this.#out('denominator-exception');
    if (!this.#in('numerator')) this.#out('numerator', 'numerator-exclusion');
  }

  continuous(): void {
    if (!this.#in('initial-population')) { this.#nothing(); return; }
    const measured = !this.#has('measure-population') || this.#in('measure-population');
    if (!measured) this.#out('measure-population-exclusion');
    if (!measured || this.#in('measure-population-exclusion')) this.#unobserve(() => true);
  }

  #has(code: PopulationCode): boolean {
    return this.#members.some(({ population }) => population.code === code);
  }

  #in(code: PopulationCode): boolean {
    return this.#members.some((member) => member.population.code === code && member.in);
  }

  /** Whether the population draws on an initial population that the case is not in. */
  #isOutsideOf(code: PopulationCode): boolean {
    const reference = this.#members.find(({ population }) => population.code === code)?.population.reference ?? null;
    if (reference === null) return false;
    return this.#members.some((member) => member.population.id === reference && !member.in);
  }

  #out(...codes: readonly PopulationCode[]): void {
    for (const member of this.#members) if (codes.includes(member.population.code)) member.in = false;
    this.#unobserve((observed) => codes.includes(observed));
  }

  #nothing(): void {
    for (const member of this.#members) member.in = false;
    this.#unobserve(() => true);
  }

  #unobserve(of: (code: PopulationCode) => boolean): void {
    for (const member of this.#members) {
      if (member.population.code !== 'measure-observation') continue;
      const observed = observedBy(this.#group, member.population);
      if (observed !== undefined && !of(observed.code)) continue;
      member.in = false;
      member.observations = null;
    }
  }
}
