import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Dialog } from '../components/dialog.tsx';
import { openOf, useApp } from '../state/app.ts';
import { COMMAND_NAMES, COMMANDS, DEFAULT_KEYS, isUsableKey, remap, type Command } from '../state/keys.ts';

/** Keys, shown and changed; and what this app is and is not. */
export function Help(): JSX.Element {
  const app = useApp();
  const [asking, setAsking] = useState<Command | null>(null);
  const settings = app.keys.value;
  const open = openOf(app.state.value) !== null;
  const onKeyDown = (command: Command) => (event: KeyboardEvent): void => {
    if (asking !== command) return;
    if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); setAsking(null); return; }
    if (!isUsableKey(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    app.setKeys(remap(settings, command, event.key));
    setAsking(null);
  };
  return (
    <Dialog title="Help" onClose={() => { app.dialog.value = null; }}>
      <h3>Keys</h3>
      <p>They work while the focus is in the review list. Everything they do has a button as well.</p>
      <label class="choice">
        <input type="checkbox" checked={settings.on} onChange={(event) => app.setKeys({ ...settings, on: event.currentTarget.checked })} />
        <span>Single-key commands are on</span>
      </label>
      <table class="keys">
        <thead><tr><th scope="col">Command</th><th scope="col">Key</th><th scope="col"><span class="live">Change</span></th></tr></thead>
        <tbody>
          {COMMANDS.map((command) => (
            <tr key={command}>
              <th scope="row">{COMMAND_NAMES[command]}</th>
              <td><kbd>{settings.keys[command].toUpperCase()}</kbd></td>
              <td>
                <button type="button" class="quiet" aria-label={`Change the key for: ${COMMAND_NAMES[command]}`}
                  onClick={() => setAsking(command)} onKeyDown={onKeyDown(command)} onBlur={() => setAsking(null)}>
                  {asking === command ? 'Press a key' : 'Change'}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" onClick={() => app.setKeys(DEFAULT_KEYS)}>Back to the standard keys</button>
      {open && (
        <>
          <h3>This session</h3>
          <p>What was read, where things go with this EHR, what is kept, and signing out:</p>
          <button type="button" onClick={() => { app.dialog.value = 'details'; }}>Open the details</button>
        </>
      )}
      <h3>About</h3>
      <p>Countersign compares the notes of this visit with its charted diagnoses, on this machine. Software finds; a clinician decides. It suggests no code without words or dated facts from the record, and writes nothing that nobody signed.</p>
      <p>Signing here attests that you reviewed the listed items. It is not a chart signature.</p>
      <p>Record data goes from the EHR to this browser and back to the EHR, or to the companion server that the site runs beside it, nowhere else.</p>
    </Dialog>
  );
}
