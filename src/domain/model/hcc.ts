import type { Evidence } from './evidence.ts';

/** One payment category of CMS-HCC V28 at this encounter. For auditors and analysts: no screen of a clinician shows it. */
export interface HccFinding {
  readonly hcc: string;
  readonly label: string;
  /** The codes of this encounter that lead to it, with the dot. */
  readonly codes: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly why: string;
}

export interface HccSupport {
  /** By evidence of a provider in an eligible face-to-face encounter. */
  readonly supported: readonly HccFinding[];
  /** Charted, and not supported so. */
  readonly unsupported: readonly HccFinding[];
  /** Codes that the tables do not know: never taken for codes without a category. */
  readonly unmapped: readonly string[];
}
