import type { JSX } from 'preact';
import type { QueryDraft } from '../../domain/model/index.ts';
import type { OpenReview } from '../../app/review-state.ts';
import { useMemo, useState } from 'preact/hooks';
import { found, pickable, type Pickable } from '../../domain/queries/pickable.ts';
import { count, withDays } from '../state/words.ts';

/** Results, drugs, diagnoses and sentences of the notes to pick from, by their words: each with its day, and cited where it stands. */
export function IndicatorPicker({ open: { chart, analysis }, chosen, onPick }: {
  readonly open: OpenReview;
  readonly chosen: QueryDraft['indicators'];
  readonly onPick: (indicator: Pickable['indicator']) => void;
}): JSX.Element {
  const [search, setSearch] = useState('');
  const all = useMemo(() => pickable(chart, analysis.findings), [chart, analysis.findings]);
  const left = found(all, search).filter(({ indicator }) => !chosen.some(({ text }) => text === indicator.text));
  return (
    <div class="picking">
      <label class="field">
        <span>Add from the record</span>
        <input id="pick-indicators" type="search" value={search} autocomplete="off" onInput={(event) => setSearch(event.currentTarget.value)} />
      </label>
      {search.trim() !== '' && (
        <>
          <ul class="pickable" aria-label="Found in the record">
            {left.slice(0, SHOWN).map(({ kind, indicator }) => (
              <li key={`${kind}-${indicator.text}`}><button type="button" class="pick" onClick={() => onPick(indicator)}><span class="pick-kind">{KIND_WORDS[kind]}</span> {withDays(indicator.text)}</button></li>
            ))}
          </ul>
          <output class="hint">{left.length > SHOWN ? `The first ${SHOWN} of ${left.length}. Type more words to narrow it.` : `${count(left.length, 'entry', 'entries')} found.`}</output>
        </>
      )}
    </div>
  );
}

const SHOWN = 12;

const KIND_WORDS: Readonly<Record<Pickable['kind'], string>> = { result: 'Result', drug: 'Drug', diagnosis: 'Charted', sentence: 'Note' };
