import type { ProposalFact, SignedItem } from '../domain/model/index.ts';
import type { KeptDecision, KeptReview, Vault } from '../store/contract.ts';
import type { TabStore } from './tab-store.ts';
import { keepInTab, keptInTab, tabKey } from './tab-store.ts';

/**
 * What this device keeps of one encounter's review: unsigned decisions, opened evidence, and what was signed here. Two tabs of the same
 * user share it, so each saves the other's decisions with its own; which are whose is known by the decisions' ids.
 */
export class Keeper {
  /** `tab`: the browser blocks its database, and this tab's storage stands in. `nowhere`: it would be anybody's. */
  readonly where: 'device' | 'tab' | 'nowhere';
  readonly #load: () => Promise<KeptReview | null>;
  readonly #save: (kept: KeptReview) => Promise<void>;
  /** While no other tab of this user loads and saves the same. */
  readonly #alone: (work: () => Promise<void>) => Promise<void>;
  readonly #listen: (heard: (kept: KeptReview) => void) => () => void;
  /** This tab's storage takes at once what the database takes only in a moment: a reload in between finds it there, and only then. */
  readonly #ahead: { readonly load: () => KeptReview | null; readonly save: (kept: KeptReview) => void; readonly forget: () => void };
  readonly #onTrouble: () => void;
  readonly #mine = new Set<string>();
  #kept: KeptReview = NOTHING;
  #foreign: readonly KeptDecision[] = [];
  #unsaved: KeptReview | null = null;
  #saving: Promise<void> | null = null;
  #trouble = false;
  /** Signed in another tab since this one read the record. */
  #news: readonly SignedItem[] = [];

  constructor({ vault, store, ehr, user, encounter, onTrouble }: {
    readonly vault: Vault; readonly store: TabStore | null; readonly ehr: string; readonly user: string; readonly encounter: string; readonly onTrouble: () => void;
  }) {
    const key = tabKey(ehr, user, encounter);
    const onDevice = vault.kind === 'device';
    this.where = store === null ? 'nowhere' : onDevice ? 'device' : 'tab';
    this.#load = async () => (onDevice || store === null ? vault.memory.load(encounter) : keptInTab(store, key));
    this.#save = async (kept) => { if (onDevice || store === null) await vault.memory.save(encounter, kept); };
    this.#alone = async (work) => (onDevice ? vault.outbox.whenFree(`review:${encounter}`, work) : work());
    this.#ahead = {
      load: () => (onDevice && store !== null ? keptInTab(store, key) : null),
      save: (kept) => { if (store !== null) keepInTab(store, key, kept); },
      forget: () => { if (onDevice) store?.removeItem(key); },
    };
    this.#listen = (heard) => vault.memory.onChange(encounter, heard);
    this.#onTrouble = onTrouble;
  }

  /** What was signed on this encounter from this device. */
  get signed(): readonly SignedItem[] { return this.#kept.signed; }

  /** Unsigned decisions of other tabs. */
  get foreign(): readonly KeptDecision[] { return this.#foreign; }

  /** @throws StoreFault */
  async load(): Promise<KeptReview> {
    const ahead = this.#ahead.load();
    const stored = await this.#load() ?? NOTHING;
    if (ahead === null) this.#kept = stored;
    else this.#put({ ...ahead, ...both(stored, ahead) });
    return this.#kept;
  }

  /** Saves behind the person's back; of several that wait, the newest. */
  keep(decisions: readonly KeptDecision[], opened: KeptReview['opened']): void {
    for (const { id } of decisions) this.#mine.add(id);
    this.#foreign = this.#foreign.filter(({ id }) => !this.#mine.has(id));
    const taken = new Set(decisions.map(({ suggestion }) => suggestion));
    this.#put({ ...this.#kept, decisions: [...this.#foreign.filter(({ suggestion }) => !taken.has(suggestion)), ...decisions], opened });
  }

  /** Adds what is signed, and what was filed as a proposal, in this tab. False where it could not be stored. */
  async keepSigned(signed: readonly SignedItem[], filed: readonly ProposalFact[] = []): Promise<boolean> {
    this.#put({ ...this.#kept, ...both(this.#kept, { signed, filed }) });
    await this.settled();
    return !this.#trouble;
  }

  async settled(): Promise<void> {
    while (this.#saving !== null) await this.#saving;
  }

  /** What another tab signed since this one read the record. @throws StoreFault */
  async signedElsewhere(): Promise<readonly SignedItem[]> {
    this.#hear(await this.#load() ?? NOTHING);
    return this.#news;
  }

  /** @returns a function that ends it */
  onChange(heard: (foreign: readonly KeptDecision[], signed: readonly SignedItem[]) => void): () => void {
    return this.#listen((kept) => {
      this.#hear(kept);
      heard(this.#foreign, this.#news);
    });
  }

  #hear(kept: KeptReview): void {
    const known = new Set(this.#kept.signed.map(signedKey));
    const news = kept.signed.filter((item) => !known.has(signedKey(item)));
    this.#foreign = kept.decisions.filter(({ id }) => !this.#mine.has(id));
    this.#news = [...this.#news, ...news];
    this.#kept = { ...this.#kept, ...both(this.#kept, kept) };
  }

  #put(kept: KeptReview): void {
    this.#kept = kept;
    this.#unsaved = kept;
    this.#ahead.save(kept);
    this.#saving ??= this.#write();
  }

  async #write(): Promise<void> {
    /** Not before the caller holds this promise: it is cleared below. */
    await Promise.resolve();
    for (let next = this.#unsaved; next !== null; next = this.#unsaved) {
      this.#unsaved = null;
      try {
        /** What another tab signed meanwhile stays; decisions are each tab's own. */
        await this.#alone(async () => {
          const stored = await this.#load();
          await this.#save({ ...next, ...both(stored ?? NOTHING, next) });
        });
        this.#trouble = false;
        if (this.#unsaved === null) this.#ahead.forget();
      } catch {
        if (!this.#trouble) this.#onTrouble();
        this.#trouble = true;
      }
    }
    this.#saving = null;
  }
}

const NOTHING: KeptReview = { decisions: [], opened: [], signed: [] };

/** What is never taken back: of two that tell of the same, the later. */
function both(one: Pick<KeptReview, 'signed' | 'filed'>, other: Pick<KeptReview, 'signed' | 'filed'>): Required<Pick<KeptReview, 'signed' | 'filed'>> {
  return { signed: union(one.signed, other.signed, signedKey), filed: union(one.filed ?? [], other.filed ?? [], ({ source }) => source.reference) };
}

function union<T>(one: readonly T[], other: readonly T[], keyOf: (item: T) => string): readonly T[] {
  return [...new Map([...one, ...other].map((item) => [keyOf(item), item])).values()];
}

function signedKey({ source, suggestion }: SignedItem): string {
  return `${source.reference}|${suggestion}`;
}
