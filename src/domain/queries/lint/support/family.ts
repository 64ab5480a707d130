/**
 * A diagnosis that a query may offer, and what in a chart makes it a fair answer.
 * Lists are comma-separated; `embol*` is a word beginning, `~` lets up to three words stand between, `na < 135` is a value (units in analytes.ts).
 * Support means "may be offered", never "is established": the provider decides (AHIMA/ACDIS 2022, Guidelines for Achieving a Compliant Query Practice: options must be clinically significant and reasonable as supported by indicators).
 */
export interface Family {
  readonly id: string;
  /** What it is called, in options and in charts. */
  readonly named: string;
  /** Signs, results, treatments, organisms, documented words that may support it. */
  readonly support: string;
  /** Signs shared with much else: they support it only while nothing in the chart denies it by name. */
  readonly suggests?: string;
  /** Findings that establish it, whatever else was found at another time (an ulcer that has opened since). */
  readonly settles?: string;
  /** What contradicts it on the point: these words, or every value given being such. */
  readonly against?: string;
  /** Whose definition the values follow. */
  readonly authority?: string;
}
