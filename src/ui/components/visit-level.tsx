import type { ComponentChildren, JSX } from 'preact';
import type { Chart, Evidence, QuoteEvidence, VisitLevel, VisitReason } from '../../domain/model/index.ts';
import { levelRows, type LevelRow } from '../state/visit-level.ts';
import { count, withDays } from '../state/words.ts';
import { Fact, Quote, Searched } from './evidence.tsx';

/** What the record shows of each cell, with its words, then the code: nothing of what would make it another (rule of trust 6). */
export function VisitBody({ level, chart, onOpen, children }: {
  readonly level: VisitLevel; readonly chart: Chart;
  readonly onOpen: (quote: QuoteEvidence) => void;
  /** The code. */
  readonly children: ComponentChildren;
}): JSX.Element {
  const rows = levelRows(level);
  const cells = rows.filter(({ element }) => CELLS.has(element));
  const beside = rows.filter(({ element }) => !CELLS.has(element));
  return (
    <>
      {cells.length > 0 && <dl class="level-grid">{cells.map((row) => <Row key={row.element} row={row} open={onOpen} chart={chart} />)}</dl>}
      {children}
      {cells.length > 0 && level.code !== null && <p class="hint">{level.byTime ? 'By the time told.' : 'By two of problems, data and risk.'}</p>}
      {beside.length > 0 && <dl class="level-grid beside">{beside.map((row) => <Row key={row.element} row={row} open={onOpen} chart={chart} />)}</dl>}
    </>
  );
}

const CELLS: ReadonlySet<VisitReason['element']> = new Set(['problems', 'data', 'risk', 'time']);

function Row({ row: { name, value, reasons }, open, chart }: { readonly row: LevelRow; readonly open: (quote: QuoteEvidence) => void; readonly chart: Chart }): JSX.Element {
  return (
    <div class="level-row">
      <dt>{name}</dt>
      {value !== null && <dd class="level-value">{value}</dd>}
      {reasons.map(({ says, evidence }) => <dd key={says}>{withDays(says)}<Behind evidence={evidence} open={open} chart={chart} /></dd>)}
    </div>
  );
}

/** The first passage in full, the others one press away: the note opens with all of the card's passages marked. */
function Behind({ evidence, open, chart }: { readonly evidence: readonly Evidence[]; readonly open: (quote: QuoteEvidence) => void; readonly chart: Chart }): JSX.Element | null {
  const [first, ...others] = evidence.filter((each) => each.kind === 'quote');
  const facts = evidence.filter((each) => each.kind === 'fact');
  const [second] = others;
  if (evidence.length === 0) return null;
  return (
    <div class="evidence">
      {first !== undefined && <Quote quote={first} chart={chart} onOpen={() => open(first)} />}
      {second !== undefined && <button type="button" class="link" onClick={() => open(second)}>{count(others.length, 'more passage')}</button>}
      {facts.length > 0 && <ul class="facts">{facts.map((fact) => <Fact key={`${fact.resource}${fact.label}`} fact={fact} />)}</ul>}
      {evidence.filter((each) => each.kind === 'searched').map((each) => <Searched key={each.what.join()} searched={each} />)}
    </div>
  );
}
