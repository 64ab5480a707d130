import type { LoadedKnowledge } from '../../knowledge/build.ts';
import type { JsonRecord } from '../json-lines.ts';

/** One file of gold rows. */
export interface GoldFile {
  /** Its path below the folder that was asked for. */
  readonly name: string;
  readonly rows: readonly JsonRecord[];
}

/** What a measure may look at besides its own rows. */
export interface Around {
  readonly knowledge: LoadedKnowledge;
  /** Notes of any file by id: gold rows without a text belong to the note of the same id. */
  readonly notes: ReadonlyMap<string, JsonRecord>;
}

/** One line of the table. */
export interface Figure {
  readonly what: string;
  /** Of how many cases. */
  readonly count: number;
  /** 0–1; or what the line says instead of a figure. */
  readonly value: number | string;
  /** How the value is made up: precision and recall, a class. */
  readonly detail?: string;
  /** Key of the figure that others published for the same measure. */
  readonly published?: string;
}

export interface Scored {
  readonly figures: readonly Figure[];
  /** What differs from gold, a line each, by id: for `--show`. */
  readonly misses: readonly string[];
}

/** Scores files of one kind; a kind is told by the fields of its rows, so that a file may have any name. */
export interface Measure {
  readonly fits: (row: JsonRecord) => boolean;
  readonly score: (rows: readonly JsonRecord[], around: Around) => Scored;
}
