import type { Signal } from '@preact/signals';
import type { Choice, CodeEntry, Policy, QuoteEvidence, Suggestion } from '../../domain/model/index.ts';
import type { Session } from '../../fhir/session/contract.ts';
import type { OpenReview, ReviewState } from '../../app/review-state.ts';
import type { ReviewLine } from '../../app/review-line.ts';
import type { KeySettings } from './keys.ts';
import { signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { loadKeys, saveKeys } from './preferences.ts';
import { CHOICE_WORDS } from './outcome.ts';
import { count } from './words.ts';

/** The inline form or dialog that is open on one card. */
export type CardForm = { readonly key: string; readonly kind: 'reject' | 'defer' | 'modify' };

/** The note viewer: every quote of one card, and which of its passages is in sight. */
export interface Viewing {
  readonly key: string;
  readonly name: string;
  readonly quotes: readonly QuoteEvidence[];
  /** Index into `quotes`. */
  readonly at: number;
}

/** One patient of a search, one encounter of a patient: what the picker shows. */
export interface PatientChoice { readonly id: string; readonly name: string; readonly birthDate: string | null }
export interface EncounterChoice { readonly id: string; readonly label: string; readonly start: string | null; readonly status: string }

export interface AppParts {
  readonly start: (onState: (state: ReviewState) => void) => ReviewLine;
  search(words: string, serviceDate: string | null, limit: number): Promise<readonly CodeEntry[]>;
  /** @throws Error with words for a person */
  searchPatients(session: Session, words: string): Promise<readonly PatientChoice[]>;
  listEncounters(session: Session, patient: string): Promise<readonly EncounterChoice[]>;
  copy(text: string): Promise<void>;
  readonly policy: Policy;
  readonly siteName: string;
  /** Where a sign-in begins. */
  readonly launchPage: string;
  readonly preferences: Pick<Storage, 'getItem' | 'setItem'> | null;
}

/** What the screens share: the line's state, and what only the screen knows (focus, folds, dialogs). */
export interface App extends Omit<AppParts, 'start' | 'preferences'> {
  readonly line: ReviewLine;
  readonly state: Signal<ReviewState>;
  /** The note covers the list instead of standing beside it. */
  readonly narrow: Signal<boolean>;
  /** What a screen reader is told. */
  readonly live: Signal<string>;
  readonly dialog: Signal<'help' | 'details' | 'summary' | null>;
  readonly keys: Signal<KeySettings>;
  /** The stop of the review list that has, or gets back, the focus. */
  readonly current: Signal<string | null>;
  /** Groups whose folded cards are shown. */
  readonly unfolded: Signal<ReadonlySet<string>>;
  /** Cards whose chart facts or search are shown. */
  readonly shown: Signal<ReadonlySet<string>>;
  readonly form: Signal<CardForm | null>;
  readonly viewing: Signal<Viewing | null>;
  /** Where a new or changed diagnosis goes, by suggestion, where the person chose other than the site's default. */
  readonly targets: Signal<ReadonlyMap<string, 'encounter-diagnosis' | 'problem-list-item'>>;
  /** Ticked for signing. Starts empty each time. */
  readonly ticked: Signal<ReadonlySet<string>>;
  say(text: string): void;
  setKeys(settings: KeySettings): void;
}

export function createApp({ start, preferences, ...parts }: AppParts): App {
  const state = signal<ReviewState>({ phase: 'launching' });
  const live = signal('');
  const screen = {
    current: signal<string | null>(null),
    unfolded: signal<ReadonlySet<string>>(new Set()),
    shown: signal<ReadonlySet<string>>(new Set()),
    form: signal<CardForm | null>(null),
    viewing: signal<Viewing | null>(null),
    targets: signal<ReadonlyMap<string, 'encounter-diagnosis' | 'problem-list-item'>>(new Map()),
    ticked: signal<ReadonlySet<string>>(new Set()),
  };
  const keys = signal(loadKeys(preferences));
  const line = start((next) => {
    if (next.phase !== state.value.phase) {
      live.value = announcement(next) ?? live.value;
      screen.viewing.value = null;
      screen.form.value = null;
      if (next.phase === 'countersigning') screen.ticked.value = new Set();
      if (next.phase === 'analysing') resetList(screen);
    }
    state.value = next;
  });
  return {
    ...parts, ...screen, line, state, live, keys, narrow: isNarrow(),
    dialog: signal(null),
    say: (text) => { live.value = text; },
    setKeys: (settings) => { keys.value = settings; saveKeys(preferences, settings); },
  };
}

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error('A screen was rendered outside the app.');
  return app;
}

/** The review where one is open: reviewing and everything after. */
export function openOf(state: ReviewState): OpenReview | null {
  return 'open' in state ? state.open : null;
}

/** Records the choice and says so; moves on to the next card that is still undecided. */
export function choose(app: App, suggestion: Suggestion, choice: Choice): boolean {
  if (!app.line.decide(suggestion.id, choice)) return false;
  const open = openOf(app.state.value);
  const left = open === null ? 0 : open.analysis.suggestions.length - open.decisions.size;
  app.say(`${CHOICE_WORDS[choice.kind]}: ${suggestion.code}. ${left === 0 ? 'Nothing left undecided.' : `${count(left, 'item')} undecided.`}`);
  return true;
}

/** Focuses an element by id once the coming render is done; never pulls the focus out of the EHR around the app. */
export function focusSoon(id: string): void {
  const before = document.activeElement;
  requestAnimationFrame(() => {
    const now = document.activeElement;
    // A form that was opened in the meantime keeps the focus that it took: what is typed into it must not become commands.
    const taken = now !== before && now?.closest('form, dialog') != null;
    if (document.hasFocus() && !taken) document.getElementById(id)?.focus();
  });
}

/** Below the width at which styles/note.css puts the note beside the list. */
function isNarrow(): Signal<boolean> {
  const query = matchMedia('(max-width: 55.99rem)');
  const narrow = signal(query.matches);
  query.addEventListener('change', () => { narrow.value = query.matches; });
  return narrow;
}

function announcement(state: ReviewState): string | null {
  switch (state.phase) {
    case 'reading': return 'Reading the record.';
    case 'analysing': return 'Analysing the notes.';
    case 'picking': return 'Signed in. Choose a patient.';
    case 'writing': return 'Writing to the EHR.';
    case 'stopped': return state.message;
    case 'launching': case 'reviewing': case 'countersigning': case 'done': return null;
  }
}

function resetList(screen: Pick<App, 'current' | 'unfolded' | 'shown' | 'targets'>): void {
  screen.current.value = null;
  screen.unfolded.value = new Set();
  screen.shown.value = new Set();
  screen.targets.value = new Map();
}
