import { withoutLaterEncounters } from '../../src/knowledge/import/by-rule.ts';
import { encodeCore } from '../../src/knowledge/import/write-core.ts';
import { FY2026, FY2027, type Layered } from './releases.ts';

export const RELEASES = [
  { release: 'FY2026', bit: FY2026, validFrom: '2025-10-01', validTo: '2026-09-30', counts: { billable: 74_719, headers: 23_467 } },
  { release: 'FY2027', bit: FY2027, validFrom: '2026-10-01', validTo: '2027-09-30', counts: { billable: 74_879, headers: 23_524 } },
] as const;

/** The core asset of both releases, uncompressed. */
export function encodeShipped({ nodes, retitled }: Layered): Uint8Array {
  return encodeCore(nodes.map(withoutLaterEncounters), RELEASES.map((release) => ({ ...release, retitled: release.bit === FY2027 ? retitled : [] })));
}
