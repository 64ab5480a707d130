import type { Signal } from '@preact/signals';
import type { Chart, Choice, CodeEntry, Instant, Policy, QuoteEvidence, Suggestion } from '../../domain/model/index.ts';
import type { Session } from '../../fhir/session/contract.ts';
import type { OpenReview, ReviewState } from '../../app/review-state.ts';
import type { ReviewLine } from '../../app/review-line.ts';
import type { KeySettings } from './keys.ts';
import type { Sightings } from './sightings.ts';
import type { TabItems } from './resume.ts';
import { signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { loadKeys, saveKeys } from './preferences.ts';
import { CHOICE_WORDS } from './outcome.ts';
import { openSuggestions } from './items.ts';
import { keepResume, takeResume } from './resume.ts';
import { createSightings } from './sightings.ts';
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
  /** The clock of this device, as an instant with its offset. */
  now(): Instant;
  /** Gives the browser a file to save. */
  saveFile(name: string, parts: readonly string[], type: string): void;
  readonly policy: Policy;
  readonly siteName: string;
  /** Where a sign-in begins. */
  readonly launchPage: string;
  readonly preferences: Pick<Storage, 'getItem' | 'setItem'> | null;
  /** Ids of the visit that was locked, until the same person signs in again. */
  readonly tab: TabItems;
}

/** What is left to know of a review that was locked or ended: nothing of the record. */
export interface Left {
  readonly ehr: string;
  /** Where decisions that were not signed are kept. */
  readonly unsigned: OpenReview['remembering']['unsigned'] | null;
}

/** What is chosen of the answers to a question: `option-0`, `other`, `undetermined`; and the words typed beside it. */
export interface BegunAnswer { readonly chosen: string | null; readonly text: string }

/** What the screens share: the line's state, and what only the screen knows (focus, folds, dialogs). */
export interface App extends Omit<AppParts, 'start' | 'preferences' | 'tab'> {
  readonly line: ReviewLine;
  readonly state: Signal<ReviewState>;
  /** The note covers the list instead of standing beside it. */
  readonly narrow: Signal<boolean>;
  /** What a screen reader is told. */
  readonly live: Signal<string>;
  readonly dialog: Signal<'help' | 'details' | 'summary' | 'sign-out' | null>;
  /** The warning before the lock. */
  readonly lockingSoon: Signal<boolean>;
  /** The review that was on the screen before it was locked, ended or stopped. */
  readonly left: Signal<Left | null>;
  /** The reading of the record on which something was signed or proposed: it is signed on once (src/app/review.ts). */
  readonly sentOn: Signal<Chart | null>;
  readonly sightings: Sightings;
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
  /** Answers begun and not signed, by the question's Task. */
  readonly answers: Signal<ReadonlyMap<string, BegunAnswer>>;
  say(text: string): void;
  setKeys(settings: KeySettings): void;
}

export function createApp({ start, preferences, tab, ...parts }: AppParts): App {
  const state = signal<ReviewState>({ phase: 'launching' });
  const live = signal('');
  const left = signal<Left | null>(null);
  const sentOn = signal<Chart | null>(null);
  const screen = {
    dialog: signal<App['dialog']['value']>(null),
    current: signal<string | null>(null),
    unfolded: signal<ReadonlySet<string>>(new Set()),
    shown: signal<ReadonlySet<string>>(new Set()),
    form: signal<CardForm | null>(null),
    viewing: signal<Viewing | null>(null),
    targets: signal<ReadonlyMap<string, 'encounter-diagnosis' | 'problem-list-item'>>(new Map()),
    ticked: signal<ReadonlySet<string>>(new Set()),
    answers: signal<ReadonlyMap<string, BegunAnswer>>(new Map()),
  };
  const keys = signal(loadKeys(preferences));
  const line = start((next) => {
    const before = state.value;
    if (next.phase !== before.phase) {
      live.value = announcement(next) ?? live.value;
      screen.viewing.value = null;
      screen.form.value = null;
      if (next.phase === 'countersigning' || next.phase === 'asking') screen.ticked.value = new Set();
      if (next.phase === 'analysing') resetList(screen);
      if (next.phase === 'locked' || next.phase === 'signed-out') {
        left.value = leftOf(before);
        sentOn.value = null;
        resetList(screen);
        screen.dialog.value = null;
        screen.ticked.value = new Set();
      }
      if (next.phase === 'writing' && before.phase === 'countersigning') sentOn.value = next.open.chart;
      const session = sessionOf(before);
      if (next.phase === 'locked' && session !== null) keepResume(tab, session, next.resume.where);
    }
    state.value = next;
    if (next.phase === 'picking') goBack(next.session);
  });
  /** Once the line's own step is over: it is still in it. */
  const goBack = (session: Session): void => {
    const where = takeResume(tab, session);
    if (where !== null) queueMicrotask(() => line.pick(where));
  };
  return {
    ...parts, ...screen, line, state, live, left, sentOn, keys, narrow: isNarrow(),
    lockingSoon: signal(false), sightings: createSightings(line),
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

/** Who is signed in, from when that is known. */
function sessionOf(state: ReviewState): Session | null {
  if ('open' in state) return state.open.session;
  if ('session' in state) return state.session;
  return state.phase === 'stopped' ? state.resume?.session ?? null : null;
}

function leftOf(state: ReviewState): Left | null {
  const session = sessionOf(state);
  return session === null ? null : { ehr: session.ehr, unsigned: openOf(state)?.remembering.unsigned ?? null };
}

/** Records the choice and says so; moves on to the next card that is still undecided. */
export function choose(app: App, suggestion: Suggestion, choice: Choice): boolean {
  if (!app.line.decide(suggestion.id, choice)) return false;
  const open = openOf(app.state.value);
  const left = open === null ? 0 : openSuggestions(open).filter(({ id }) => !open.decisions.has(id)).length;
  app.say(`${choice.kind === 'reject' && suggestion.proposal !== undefined ? 'Declined' : CHOICE_WORDS[choice.kind]}: ${suggestion.code}. ${left === 0 ? 'Nothing left undecided.' : `${count(left, 'item')} undecided.`}`);
  return true;
}

/** Focuses an element by id once the coming render is done; never pulls the focus out of the EHR around the app. */
export function focusSoon(id: string, options: FocusOptions = {}): void {
  const before = document.activeElement;
  requestAnimationFrame(() => {
    const now = document.activeElement;
    // A form that was opened in the meantime keeps the focus that it took: what is typed into it must not become commands.
    const taken = now !== before && now?.closest('form, dialog') != null;
    if (document.hasFocus() && !taken) document.getElementById(id)?.focus(options);
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
    case 'locked': return 'Locked.';
    case 'signed-out': return 'Signed out.';
    case 'launching': case 'reviewing': case 'countersigning': case 'asking': case 'done': return null;
  }
}

function resetList(screen: Pick<App, 'current' | 'unfolded' | 'shown' | 'targets' | 'answers'>): void {
  screen.current.value = null;
  screen.unfolded.value = new Set();
  screen.shown.value = new Set();
  screen.targets.value = new Map();
  screen.answers.value = new Map();
}
