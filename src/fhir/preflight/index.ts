import type { ServerProfile, SiteCompanion } from '../../domain/model/index.ts';
import { learnCompanion, openCompanion } from '../companion/index.ts';
import { profileServer } from '../profiles/index.ts';
import { parseScopes } from '../session/scopes.ts';
import { askMetadata, askSmart, openUnsigned } from './ask.ts';
import type { Blocker } from './ask.ts';
import { blockersIn, kindFacts, serverFacts, smartFacts } from './facts.ts';
import type { KindFacts, ServerFacts, SmartFacts } from './facts.ts';

export interface PreflightQuestion {
  /** FHIR base. */
  readonly fhir: string;
  /** What the app would ask for at launch, and is assumed to be granted. */
  readonly scope: string;
  readonly companion?: SiteCompanion;
  readonly known?: ServerProfile['name'];
  /** Whether launches from this EHR bring SMART Web Messaging: only a launch can tell. */
  readonly messaging: boolean;
  /** Milliseconds for one answer. */
  readonly timeout?: number;
}

/** What an EHR says of itself without a sign-in. */
export interface Surveyed {
  readonly base: string;
  /** Empty: it can be used. */
  readonly blockers: readonly Blocker[];
  /** Null where it did not say. */
  readonly server: ServerFacts | null;
  readonly smart: SmartFacts | null;
  readonly profile: ServerProfile | null;
  readonly kinds: readonly KindFacts[];
  /** Why the companion server cannot be used; null where it can, or there is none. */
  readonly companionTrouble: string | null;
}

/**
 * Asks the EHR, and the site's companion server, what they offer. Nothing is signed in to, nothing of a patient is asked.
 * @throws TypeError where an address is none; FhirFault `cancelled`
 */
export async function surveyServer(question: PreflightQuestion, signal: AbortSignal): Promise<Surveyed> {
  const { fhir, scope, known, messaging, timeout } = question;
  const http = openUnsigned(fhir, timeout);
  const companion = question.companion === undefined ? null : openCompanion(question.companion, fhir, timeout === undefined ? {} : { timeout });
  const [metadata, wellKnown, learned] = await Promise.all([
    askMetadata(http, signal), askSmart(http, signal), companion === null ? null : learnCompanion(companion, signal),
  ]);
  const server = metadata.document === null ? null : serverFacts(metadata.document);
  const smart = wellKnown.document === null ? null : smartFacts(wellKnown.document, scope);
  return {
    base: http.base,
    blockers: oncePerKind([...[metadata.blocker, wellKnown.blocker].filter((blocker) => blocker !== null), ...blockersIn(server, smart)]),
    server, smart,
    profile: metadata.document === null ? null : profileServer({
      capability: metadata.document, scopes: parseScopes(scope), base: http.base, ...(known === undefined ? {} : { known }),
      companion: learned?.capability ?? null, messaging: messaging ? { handle: 'preflight', origin: new URL(http.base).origin } : null,
    }),
    kinds: metadata.document === null ? [] : kindFacts(metadata.document),
    companionTrouble: learned?.notice ?? null,
  };
}

/** A server that cannot be reached is unreachable for both questions. */
function oncePerKind(blockers: readonly Blocker[]): readonly Blocker[] {
  return blockers.filter(({ what }, at) => blockers.findIndex((other) => other.what === what) === at);
}
