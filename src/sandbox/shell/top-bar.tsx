import type { ShellUser } from '../contract.ts';
import type { Shell } from './state/shell.ts';

export function TopBar({ shell }: { shell: Shell }) {
  const users = shell.users.value;
  return (
    <header class="top">
      <div class="brand">
        <svg class="brand-mark" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 4h10a6 6 0 0 1 6 6v10H10a6 6 0 0 1-6-6Z" /><path class="brand-cross" d="M12 8v8M8 12h8" /></svg>
        <div>
          <h1 class="brand-name">Alder Creek EHR</h1>
          <p class="brand-note">Sandbox, for trying and testing</p>
        </div>
      </div>
      {users.state === 'ready' && (
        <label class="user">
          <span class="user-label">Signed in as</span>
          <select value={shell.user.value?.id} onChange={(event) => shell.signIn(event.currentTarget.value)}>
            {users.value.map((each) => <option key={each.id} value={each.id}>{`${each.name} (${roleOf(each)})`}</option>)}
          </select>
        </label>
      )}
      {users.state === 'failed' && <p class="user" role="alert">{users.why} <button type="button" class="quiet" onClick={shell.retry}>Try again</button></p>}
    </header>
  );
}

function roleOf(user: ShellUser): string {
  switch (user.role) {
    case 'clinician': return 'clinician';
    case 'cdi': return 'CDI specialist';
    case 'coder': return 'coder';
    case 'auditor': return 'auditor';
    case null: return user.roleDisplay || 'no mapped role';
  }
}
