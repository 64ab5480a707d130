import type { JSX } from 'preact';
import type { OpenReview } from '../../app/review-state.ts';
import { useState } from 'preact/hooks';
import { useApp } from '../state/app.ts';
import { ENDS_WORDS, PREFLIGHT_WORDS } from '../state/words.ts';
import { Icon } from './icon.tsx';

/** How each thing that a person does here ends with this EHR: nothing ends nowhere. */
export function Preflight({ rows }: { readonly rows: OpenReview['preflight'] }): JSX.Element {
  return (
    <>
      <h3>What this EHR takes</h3>
      {rows === null ? <p class="hint">The EHR is being asked what it takes, or did not say.</p> : (
        <table class="preflight">
          <thead><tr><th scope="col">Action</th><th scope="col">Where it ends</th></tr></thead>
          <tbody>
            {rows.map(({ action, ends, says }) => (
              <tr key={action}>
                <th scope="row">{PREFLIGHT_WORDS[action]}<p class="hint">{says}</p></th>
                <td class={`ends-${ends}`}>{ENDS_WORDS[ends]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

const SIGNED_WORDS: Readonly<Record<OpenReview['remembering']['signed'], string>> = {
  ehr: 'Signed decisions are remembered in this EHR: colleagues and other machines see them.',
  companion: 'Signed decisions are remembered on the site’s companion server: colleagues and other machines see them.',
  device: 'Signed decisions are remembered on this device only, for you: neither this EHR nor a companion server takes them.',
  nowhere: 'Signed decisions are not remembered: no server takes them, and this browser keeps nothing.',
};
const UNSIGNED_WORDS: Readonly<Record<OpenReview['remembering']['unsigned'], string>> = {
  device: 'Decisions that are not signed are kept encrypted on this device, for you alone.',
  tab: 'Decisions that are not signed are kept in this tab, until it is closed.',
  nowhere: 'Decisions that are not signed are lost when this page closes: the browser keeps nothing for it.',
};

/** Each line with its end, as JSON Lines have it. @throws where the log cannot be read */
async function linesOf(log: AsyncIterable<string> | null): Promise<readonly string[]> {
  if (log === null) throw new Error('No log is open.');
  const lines: string[] = [];
  for await (const line of log) lines.push(line.endsWith('\n') ? line : `${line}\n`);
  return lines;
}

/** Where decisions are remembered, and the log of what was done here. */
export function Kept({ open }: { readonly open: OpenReview }): JSX.Element {
  const app = useApp();
  const [said, setSaid] = useState('');
  const save = async (): Promise<void> => {
    try {
      app.saveFile('countersign-log.jsonl', await linesOf(app.line.exportLog()), 'application/jsonl');
      setSaid('The log was given to the browser to save.');
    } catch {
      setSaid('The log could not be read or saved. Nothing of it was changed. Try again, or in another window.');
    }
  };
  return (
    <>
      <h3>Where decisions are remembered</h3>
      <p>{SIGNED_WORDS[open.remembering.signed]}</p>
      <p>{UNSIGNED_WORDS[open.remembering.unsigned]}</p>
      <h3>Log</h3>
      <p>What was shown, opened, decided, signed and written here: ids, codes and hashes, without words of the record or names. By its signed head anyone can check that no entry before it was changed, dropped or moved.</p>
      <button type="button" onClick={() => void save()}><Icon name="save" />Save the log of this device</button>
      <output class="hint">{said}</output>
    </>
  );
}
