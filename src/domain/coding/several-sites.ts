import type { CodeEntry, CodeSet, Mention } from '../model/index.ts';
import { isUnderAny } from './hierarchy.ts';

/** Diseases of joints that have a code for each site and one for several (ICD-10-CM Guidelines I.C.13.a: multiple sites). */
const BY_SITE = ['M00', 'M01', 'M02', 'M05', 'M06', 'M07', 'M08', 'M10', 'M11', 'M12'];

/** The sites of those codes, and what belongs to each. */
const JOINTS: readonly (readonly [site: string, parts: RegExp])[] = [
  ['shoulder', /\bshoulder/], ['elbow', /\belbow/], ['wrist', /\bwrist|\bcarp/], ['hand', /\bhand|\bfinger|\bthumb|metacarp/], ['hip', /\bhip\b/], ['knee', /\bknee/],
  ['ankle and foot', /\bankle|\bfoot|\btoe|tarsal|tarsus/], ['vertebrae', /\bvertebra|\bspine/],
];

/** "Of hands, wrists and feet": joints of more than one kind take the code of multiple sites, not that of the first. */
export function ofSeveralSites(entry: CodeEntry, { attributes }: Mention, codeSet: CodeSet): CodeEntry {
  if (!isUnderAny(entry.code, BY_SITE)) return entry;
  const said = attributes.filter(({ axis }) => axis === 'site').map(({ value }) => value);
  const joints = JOINTS.filter(([, parts]) => said.some((value) => parts.test(value)));
  const several = joints.length < 2 ? undefined : codeSet.entry(`${entry.code.slice(0, SUBCATEGORY)}9`);
  return several?.billable === true && /\bmultiple sites\b/i.test(several.title) ? several : entry;
}

/** UTF-16 units of `M05.7`. */
const SUBCATEGORY = 5;
