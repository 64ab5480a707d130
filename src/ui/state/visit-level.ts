import type { VisitLevel, VisitReason } from '../../domain/model/index.ts';
import { count } from './words.ts';

/** One cell of the grid with its level, or a reason beside it. */
export interface LevelRow {
  readonly element: VisitReason['element'];
  readonly name: string;
  /** Null beside the grid. */
  readonly value: string | null;
  readonly reasons: readonly VisitReason[];
}

/** The three cells and the time, where the kind of visit has them, then what stands beside: what was found, nothing of what would change it. */
export function levelRows(level: VisitLevel): readonly LevelRow[] {
  return ORDER.map(({ element, name }): LevelRow => ({ element, name, value: valueOf(level, element), reasons: told(level.why.filter((each) => each.element === element)) }))
    .filter(({ value, reasons }) => value !== null || reasons.length > 0);
}

/** What is said of two problems alike is said once, with the words behind both. */
function told(reasons: readonly VisitReason[]): readonly VisitReason[] {
  const bySaying = new Map<string, VisitReason>();
  for (const each of reasons) bySaying.set(each.says, { ...each, evidence: [...bySaying.get(each.says)?.evidence ?? [], ...each.evidence] });
  return [...bySaying.values()];
}

const ORDER: readonly { readonly element: VisitReason['element']; readonly name: string }[] = [
  { element: 'problems', name: 'Problems' }, { element: 'data', name: 'Data' }, { element: 'risk', name: 'Risk' }, { element: 'time', name: 'Time' },
  { element: 'service', name: 'Kind of visit' }, { element: 'modifier', name: 'Modifiers' }, { element: 'also', name: 'Beside it' }, { element: 'none', name: 'No code' },
];

function valueOf(level: VisitLevel, element: VisitReason['element']): string | null {
  switch (element) {
    case 'problems': case 'data': case 'risk': return level[element] === null ? null : upper(level[element]);
    case 'time': return level.minutes === null ? null : `${count(level.minutes, 'minute')}${level.byTime ? ', by time' : ''}`;
    case 'modifier': return level.modifiers.length === 0 ? null : level.modifiers.join(', ');
    case 'also': return level.also.length === 0 ? null : level.also.map(({ code, modifiers, units }) => [[code, ...modifiers].join('-'), units === 1 ? '' : ` × ${units}`].join('')).join(', ');
    case 'service': case 'none': return null;
  }
}

function upper(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}
