import type { Note, VisitReason, VisitSetting } from '../../model/index.ts';
import { MAJOR_SURGERY } from './treatments.ts';
import { findIn, reason, type Statement } from './visit.ts';

const DELIVERED = /\b(?:(?:vaginal|cesarean|c-?section|forceps|vacuum)(?: \w+){0,2} (?:delivery|birth)|vaginal birth|n?svd\b|vbac\b|delivered (?:a |of )?(?:\w+ )?(?:girl|boy|infant|baby|live))/i;

/** Through a vessel or a natural opening: no day after it is in its package (Medicare Physician Fee Schedule, global days 000); and operations of the past. */
const WITHOUT_PACKAGE = /\b(?:(?:prior|previous|s\/p|h\/o|history of) (?:\w+ )?[\w-]+|ercp|pci|(?:cardiac|heart) cath\w*|cath lab|thrombectomy|tracheo(?:s)?tomy|cricothyr\w+)\b/gi;

/**
 * The surgeon's days in the hospital after the operation, and the obstetrician's after the delivery, are within the package of that service
 * (CPT surgical package and maternity care; Medicare Claims Processing Manual, chapter 12, section 40).
 * @param stay all usable notes of the stay
 */
export function withinOwnPackage(stay: readonly Note[], today: readonly Note[], statements: readonly Statement[], setting: VisitSetting): VisitReason | null {
  if (setting !== 'discharge' && setting !== 'inpatient-subsequent') return null;
  const authors = new Set(today.flatMap(({ type, author: { name } }) => (name === null || type === 'procedure' ? [] : [name])));
  const operation = stay.find(({ type, text, author: { name } }) => type === 'procedure' && name !== null && authors.has(name) && (MAJOR_SURGERY.test(text.replace(WITHOUT_PACKAGE, ' ')) || DELIVERED.test(text)));
  const at = findIn(/\S.{0,60}/, statements);
  if (operation === undefined || at === null) return null;
  return reason('none', 'After the same clinician’s operation or delivery in this stay: within its package (CPT surgical package, maternity care).', at);
}
