import type { Quantity, Span } from '../../model/index.ts';
import type { Moment } from '../operators/time.ts';
import type { Measurement } from '../operators/expression.ts';

/** A value that a note tells. Offsets are UTF-16 into the note's text. */
export interface NotedValue {
  readonly measurement: Measurement;
  readonly value: number;
  readonly comparator: Quantity['comparator'];
  /** UCUM; the one that is usual for a number of this size where none is written. */
  readonly unit: string;
  /** The number. */
  readonly mark: Span;
  readonly sentence: Span;
  /** Null: earlier, the words do not say when. */
  readonly when: Moment | null;
  /** The words give the day only roughly ("last month"); `when` is the newest that it may be. */
  readonly approximate: boolean;
  /** The words give a date or say today, not only the note's own date does. */
  readonly dated: boolean;
  /** Before the newest that the same words tell. */
  readonly earlier: boolean;
  /** The words call it baseline or usual. */
  readonly baseline: boolean;
  /** The patient breathed room air; null: the words do not say. */
  readonly onRoomAir: boolean | null;
  /** L/min; null where the words do not say. */
  readonly onOxygen: number | null;
  readonly postBronchodilator: boolean;
  /** Measured at home. */
  readonly atHome: boolean;
  /** Order among the values of one note: a later one is the newer of the same day. */
  readonly place: number;
}
