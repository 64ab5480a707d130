import type { Command } from './command.ts';

export const measureCommand: Command = {
  name: 'measure',
  summary: 'CQL measure packs over Bulk Data or Bundles, a line for each patient, group and episode',
  help: `
countersign measure --pack DIR --data DIR --from DATE --to DATE

  --pack DIR         FHIR Measure, Library (ELM in JSON) and ValueSet (expanded) resources, single or in Bundles; may be given more than once
  --data DIR         Bulk Data NDJSON, Bundles, or a folder of single resources for each patient
  --from, --to       the measurement period, both days included, in UTC
  --measure NAME     only this measure (id, url, or url|version); may be given more than once
  --directions FILE  {"<measure id or url>[#group]": "increase" | "decrease"}: which way is better, where the measure does not say it rightly
  --supplemental     also the supplemental data of each patient
  --deqm DIR         also a gaps-in-care document for each patient (DEQM's shape) into DIR
  --summary FILE     also counts and score of each group over all patients, as JSON Lines
  --now DATE-TIME    what Now() and Today() mean in the logic; default: the clock
Each output line: {"patient","measure","group","episode"?,"populations","stratifiers","observations","gap","why"?}
  populations   0 or 1 by population; a second one of a kind as kind/id
  gap           open, closed, not-applicable or cannot-tell; then "why" says why
A patient whose calculation fails yields {"patient","measure","error":{"message"}} and the exit code 1; the rest is still calculated.`,
  /** The engine is loaded only here: the other commands must not wait for it. */
  async run(args, streams) {
    const { runMeasures } = await import('./measure-data/run-measures.ts');
    return runMeasures(args, streams);
  },
};
