import type { Answered } from './answers.ts';
import { markedChoices } from './choices.ts';
import { tableRows } from './tables.ts';

/** The lines of forms and the rows of tables in a note, in order, not overlapping. A printed choice goes before the row that it stands in. */
export function formLines(text: string): Answered[] {
  const choices = markedChoices(text);
  const rows = tableRows(text);
  if (choices.length === 0) return rows;
  let next = 0;
  const apart = rows.filter(({ start, end }) => {
    while (next < choices.length && choices[next]!.end <= start) next++;
    return !(next < choices.length && choices[next]!.start < end);
  });
  return [...choices, ...apart].toSorted((a, b) => a.start - b.start);
}
