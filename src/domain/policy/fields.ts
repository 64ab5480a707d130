import { roleNames } from '../model/index.ts';

/** What a value of the site's policy may be, as data: the check, the JSON Schema for editors and the page for people follow from it. */
export type Field =
  | { readonly is: 'truth' }
  | { readonly is: 'number' | 'whole'; readonly from: number; readonly to?: number; readonly orNull?: true }
  | { readonly is: 'text'; readonly like?: RegExp; readonly words: string; readonly orNull?: true }
  | { readonly is: 'choice'; readonly of: readonly string[] }
  /** Any of these; `words` say them. */
  | { readonly is: 'either'; readonly of: readonly Field[]; readonly words: string }
  | { readonly is: 'list'; readonly of: Field }
  /** An object whose keys the site names, or one of `keys`. */
  | { readonly is: 'map'; readonly of: Field; readonly keys?: readonly string[] }
  /** Every field may be left out. */
  | { readonly is: 'record'; readonly fields: Readonly<Record<string, Field>> }
  /** A gap rule (`checkRule`). */
  | { readonly is: 'rule' };

const share: Field = { is: 'number', from: 0, to: 1 };
const days: Field = { is: 'whole', from: 1, to: 3650, orNull: true };
const id: Field = { is: 'text', words: 'the id of a rule' };
const code: Field = { is: 'text', like: /^[A-Za-z0-9][A-Za-z0-9.]*$/, words: 'a code, or how it begins: "C50" or "I21.4"' };
const coding: Field = { is: 'record', fields: { system: { is: 'text', words: 'the address of a code system' }, code: { is: 'text', words: 'a code' }, display: { is: 'text', words: 'a text', orNull: true } } };

const day: Field = { is: 'text', like: /^\d{4}-\d{2}-\d{2}$/, words: 'a day, as 2026-01-31' };
/** Below the policy's own folder: no address, no way up. */
const beside: Field = { is: 'text', like: /^(?!.*\.\.)[\w-][\w./-]*\.json$/, words: 'the name of a .json file beside the policy: "packs/our-measures.json"' };

/** Every field of the policy file, by name. */
export const POLICY_FIELDS = {
  defaultTarget: { is: 'choice', of: ['encounter-diagnosis', 'problem-list-item'] },
  openCards: { is: 'whole', from: 1, to: 100 },
  rules: {
    is: 'record', fields: {
      off: { is: 'list', of: id },
      thresholds: { is: 'map', of: { is: 'map', of: { is: 'number', from: -Infinity } } },
      add: { is: 'list', of: { is: 'rule' } },
    },
  },
  queries: {
    is: 'record', fields: {
      remindAfterDays: days, escalateAfterDays: days, expireAfterDays: days, escalateTo: { is: 'text', words: 'words, or a reference', orNull: true }, askAgainAfterDays: days,
    },
  },
  valueSets: { is: 'map', of: { is: 'list', of: coding } },
  measurePacks: {
    is: 'list', of: {
      is: 'record', fields: { file: beside, period: { is: 'either', words: '"calendar-year", or an object of "from" and "to"', of: [{ is: 'choice', of: ['calendar-year'] }, { is: 'record', fields: { from: day, to: day } }] } },
    },
  },
  confidence: { is: 'record', fields: { show: share, openEvidenceBelow: share, secondPersonBelow: share } },
  escalate: {
    is: 'record', fields: { claimedRemovals: { is: 'truth' }, highRiskCodes: { is: 'list', of: code }, moreChangesThan: { is: 'whole', from: 1, to: 1000, orNull: true } },
  },
  audiences: { is: 'map', keys: roleNames, of: { is: 'list', of: { is: 'choice', of: ['documentation', 'care'] } } },
  retentionDays: { is: 'whole', from: 1, to: 3650 },
  proposals: { is: 'choice', of: ['condition-claim-task', 'task-only'] },
  readSensitive: { is: 'truth' },
  codersFinaliseClaims: { is: 'truth' },
  idleMinutes: { is: 'number', from: 0.1, to: 1440, orNull: true },
} as const satisfies Readonly<Record<string, Field>>;
