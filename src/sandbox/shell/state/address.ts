import { effect } from '@preact/signals';
import type { Shell } from './shell.ts';

/** The open chart stands behind the `#`, which never leaves the browser: reloading keeps it, a link opens it. */
export function followAddress(shell: Shell): void {
  const read = () => {
    const wanted = new URLSearchParams(location.hash.slice(1));
    const [user, patient, encounter] = [wanted.get('user'), wanted.get('patient'), wanted.get('encounter')];
    if (user) shell.signIn(user);
    if (patient) shell.openPatient(patient, encounter ?? undefined);
    else shell.closePatient();
  };
  if (location.hash.length > 1) read();
  addEventListener('popstate', read);

  effect(() => {
    if (shell.patients.value.state !== 'ready' || shell.users.value.state !== 'ready') return;
    const now = new URLSearchParams();
    const entries = { user: shell.user.value?.id, patient: shell.patient.value?.id, encounter: shell.encounter.value?.id };
    for (const [name, id] of Object.entries(entries)) if (id) now.set(name, id);
    const hash = `#${now.toString()}`;
    if (hash === location.hash) return;
    const samePatient = new URLSearchParams(location.hash.slice(1)).get('patient') === (entries.patient ?? null);
    if (samePatient) history.replaceState(null, '', hash);
    else history.pushState(null, '', hash);
  });
}
