import type { Session } from '../fhir/session/contract.ts';
import type { SiteConfig } from '../domain/model/index.ts';
import type { Engine, Writer } from '../app/parts.ts';
import type { ReviewParts } from '../app/review-line.ts';
import type { TabStore } from '../app/keep.ts';
import { DEFAULT_POLICY } from '../domain/model/index.ts';
import { profileServer } from '../fhir/profiles/index.ts';
import { createReader } from '../fhir/read/index.ts';
import { createWriter } from '../fhir/send/index.ts';
import { connect } from '../fhir/session/index.ts';
import { nowWithOffset } from './now.ts';

/** The review's outside parts as a browser has them. */
export function browserParts(site: SiteConfig, engine: Engine, onStoreTrouble: () => void): ReviewParts {
  const clock = { now: nowWithOffset };
  return {
    connect: (signal) => connect(site, signal),
    reader: (session, where) => createReader(session, { ...where, clock }),
    writer: async (session, signal) => createWriter(session.http, await learnProfile(session, signal), clock.now),
    engine, store: tabStore(onStoreTrouble), policy: { ...DEFAULT_POLICY, ...site.policy }, clock,
    ids: { next: () => crypto.randomUUID() },
  };
}

/** @throws Error where the EHR does not say what it offers: the review is then read-only. */
async function learnProfile(session: Session, signal: AbortSignal): Promise<Writer['profile']> {
  const reply = await session.http.request({ method: 'GET', url: 'metadata', signal });
  if (reply.status !== 200) throw new Error('The EHR did not say what it offers.');
  return profileServer({ capability: reply.json, scopes: session.scopes, base: session.http.base });
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
