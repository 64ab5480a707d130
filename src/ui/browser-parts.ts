import type { Session } from '../fhir/session/contract.ts';
import type { FhirHttp } from '../fhir/http/contract.ts';
import type { Policy, ServerProfile, SiteConfig, WriteStep } from '../domain/model/index.ts';
import type { Engine } from '../app/parts.ts';
import type { ReviewParts } from '../app/review-line.ts';
import type { TabStore } from '../app/tab-store.ts';
import { UNNAMED } from '../domain/model/index.ts';
import { learnCompanion, openCompanion } from '../fhir/companion/index.ts';
import { createMessaging } from '../fhir/messaging/index.ts';
import { profileServer } from '../fhir/profiles/index.ts';
import { createReader } from '../fhir/read/index.ts';
import { connect, ehrOf } from '../fhir/session/index.ts';
import { openVault } from '../store/index.ts';
import { copyText } from './copy.ts';
import { nowWithOffset } from './now.ts';
import { saveFile } from './save-file.ts';
import { besidePolicy } from './site-policy.ts';

/** The review's outside parts as a browser has them. */
export function browserParts(site: SiteConfig, policy: Policy, engine: Engine, onStoreTrouble: () => void): ReviewParts {
  const clock = { now: nowWithOffset };
  const companionOf = (session: Session): FhirHttp | null => {
    const companion = ehrOf(site, session.ehr, location.href)?.companion;
    return companion === undefined ? null : openCompanion(companion, location.href);
  };
  return {
    connect: (signal) => connect(site, signal),
    reader: (session, where) => createReader(session, { ...where, clock, policy, companion: companionOf(session) }),
    writer: async (session, signal) => {
      const companion = companionOf(session);
      const [{ createWriter }, profile] = await Promise.all([
        import('../fhir/send/index.ts'), learnProfile(session, ehrOf(site, session.ehr, location.href)?.profile, companion, signal),
      ]);
      return createWriter(session.http, profile, clock.now, profile.companion === null ? null : companion);
    },
    vault: (ehr, user) => openVault({ ehr, user: user.reference === UNNAMED ? null : user.reference, now: clock.now, retentionDays: policy.retentionDays }),
    measures: { run: async (...record) => (await import('../app/site-measures.ts')).runMeasures({ packs: policy.measurePacks, read: besidePolicy }, ...record) },
    handOver, engine, store: tabStore(onStoreTrouble), policy, clock,
    ids: { next: () => crypto.randomUUID() },
  };
}

/** @throws Error where the EHR does not say what it offers: the review is then read-only. */
async function learnProfile(session: Session, known: ServerProfile['name'] | undefined, companion: FhirHttp | null, signal: AbortSignal): Promise<ServerProfile> {
  const [reply, learned] = await Promise.all([
    session.http.request({ method: 'GET', url: 'metadata', signal }), companion === null ? null : learnCompanion(companion, signal),
  ]);
  if (reply.status !== 200) throw new Error('The EHR did not say what it offers.');
  return profileServer({
    capability: reply.json, scopes: session.scopes, base: session.http.base, ...(known === undefined ? {} : { known }),
    companion: learned?.capability ?? null, messaging: session.messaging,
  });
}

async function handOver({ messaging }: Session, { action, handOver: way }: WriteStep, words: string): Promise<boolean> {
  switch (way?.by) {
    case 'activity': return messaging !== null && createMessaging(messaging, window).launchActivity('problem-review', {});
    case 'file':
      saveFile(`countersign-${action.kind}.json`, [words], 'application/fhir+json');
      return true;
    case 'list': return copyText(words).then(() => true, () => false);
    case undefined: return false;
  }
}

/** This tab's storage. Where it is full or switched off the review goes on, and the person is told that a reload would lose it. */
function tabStore(onTrouble: () => void): TabStore {
  const attempt = <T>(act: () => T, otherwise: T): T => {
    try {
      return act();
    } catch {
      onTrouble();
      return otherwise;
    }
  };
  return {
    getItem: (key) => attempt(() => sessionStorage.getItem(key), null),
    setItem: (key, value) => attempt(() => sessionStorage.setItem(key, value), undefined),
    removeItem: (key) => attempt(() => sessionStorage.removeItem(key), undefined),
  };
}
