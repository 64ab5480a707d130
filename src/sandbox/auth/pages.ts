import { createHash } from 'node:crypto';
import { GRANT_SETS } from '../contract.ts';
import type { GrantSet, ShellPatient, ShellUser } from '../contract.ts';
import type { HttpReply } from '../http/reply.ts';

const GRANT_WORDS: Record<GrantSet, string> = {
  'as-asked': 'Everything the app asks for',
  'read-only': 'Reading only',
  'no-observations': 'Without observations and reports',
  'no-claims': 'Without claims',
  'no-notes': 'Without notes',
  'no-provenance': 'Without provenance',
};

/** What the pages carry from step to step. */
export type Step = Readonly<Record<string, string>>;

export function userPage(step: Step, users: readonly ShellUser[], formTarget: string): HttpReply {
  const grants = GRANT_SETS.map((set) => `<label><input type="radio" name="grant" value="${set}"${set === 'as-asked' ? ' checked' : ''}> ${escape(GRANT_WORDS[set])}</label>`).join('\n');
  return page('Who is signing in?', `${form(step, `
<fieldset><legend>Grant the app</legend>
${grants}
</fieldset>
${users.map((u) => choice('user', u.id, u.name, u.roleDisplay)).join('\n')}`)}
${users.length === 0 ? '<p>No users are loaded. A user is a Practitioner with a tagged PractitionerRole; see docs/sandbox.md.</p>' : ''}`, formTarget);
}

export function patientPage(step: Step, patients: readonly ShellPatient[], formTarget: string): HttpReply {
  return page('Which patient?', form(step, patients.map((p) => choice('patient', p.id, p.name, [p.birthDate, p.gender].filter((x) => x !== null).join(', '))).join('\n')), formTarget);
}

export function encounterPage(step: Step, patient: ShellPatient, formTarget: string): HttpReply {
  const choices = patient.encounters.map((e) => choice('encounter', e.id, e.type ?? e.classCode ?? 'Encounter', [e.start?.slice(0, 10), e.status].filter((x) => x !== undefined).join(', ')));
  return page(`Which visit of ${patient.name}?`, form(step, `${choices.join('\n')}\n${choice('encounter', '', 'No visit', 'launch with the patient only')}`), formTarget);
}

/** Where the app cannot be told: its address is not to be believed. */
export function refusalPage(sentence: string): HttpReply {
  return { ...page('This request cannot be answered', `<p>${escape(sentence)}</p>`, ''), status: 400 };
}

function form(step: Step, fields: string): string {
  const hidden = Object.entries(step).map(([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`).join('\n');
  return `<form method="post" action="/auth/authorize/continue">
${hidden}
${fields}
<p><button name="cancel" value="yes">Cancel</button></p>
</form>`;
}

function choice(name: string, value: string, title: string, detail: string): string {
  return `<button class="choice" name="${name}" value="${escape(value)}"><strong>${escape(title)}</strong> <span>${escape(detail)}</span></button>`;
}

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 2rem auto; padding: 0 1rem; color: #1b1f24; background: #fff; }
h1 { font-size: 1.25rem; }
.note { color: #57606a; font-size: .875rem; }
fieldset { border: 1px solid #d0d7de; border-radius: 6px; margin: 0 0 1rem; }
label { display: block; }
button { font: inherit; padding: .5rem .75rem; border: 1px solid #8c959f; border-radius: 6px; background: #fff; cursor: pointer; }
button:focus-visible, input:focus-visible { outline: 3px solid #0969da; outline-offset: 2px; }
.choice { display: block; width: 100%; text-align: left; margin: .375rem 0; }
.choice span { color: #57606a; }
`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** @param formTarget origin that the form's answer may lead to, when it is another than ours */
function page(title: string, body: string, formTarget: string): HttpReply {
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escape(title)}</h1>
${body}
<p class="note">Embedded sandbox EHR. No passwords; never for real patients.</p></main></body></html>
`;
  // Referrer-Policy same-origin: under no-referrer a browser sends its own forms with `Origin: null`.
  const csp = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'${formTarget && ` ${formTarget}`}; frame-ancestors 'self'; base-uri 'none'`;
  return { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': csp, 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' }, body: html };
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
