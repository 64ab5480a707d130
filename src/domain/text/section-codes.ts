import type { SectionKind } from '../model/mention.ts';

/**
 * What the LOINC code of a document's section says it is. Codes as the section templates of C-CDA R2.1, the IHE Patient Care
 * Coordination profile and DICOM PS3.20 (imaging reports) give them. A code that is not here leaves it to the title.
 */
export const SECTION_CODES: ReadonlyMap<string, SectionKind> = new Map(Object.entries<readonly string[]>({
  'chief-complaint': ['10154-3', '46239-0', '29299-5', '42349-1'],
  hpi: ['10164-2', '61150-9'],
  'past-history': ['11348-0', '11329-0', '10162-6', '8684-2'],
  'surgical-history': ['47519-4', '10167-5'],
  'family-history': ['10157-6'],
  'social-history': ['29762-2'],
  allergies: ['48765-2', '10155-0'],
  medications: ['10160-0', '10183-2', '42346-7', '29549-3', '11369-6'],
  'problem-list': ['11450-4'],
  ros: ['10187-3'],
  vitals: ['8716-3'],
  exam: ['29545-1', '10210-3', '10184-0', '10190-7', '61149-1'],
  results: ['30954-2', '11493-4', '18782-3', '59776-5'],
  assessment: ['51848-0', '51847-2', '46241-6', '10218-6', '10219-4'],
  plan: ['18776-5'],
  'hospital-course': ['8648-8'],
  instructions: ['8653-8', '69730-0'],
  indication: ['59768-2', '18785-6'],
  impression: ['19005-8', '55110-1'],
  'discharge-diagnosis': ['11535-2'],
  other: ['46240-8', '42348-3', '48768-6', '46264-8', '61146-7', '75310-3', '18834-2', '55111-5', '29554-3', '59770-8', '59773-6'],
}).flatMap(([kind, codes]) => codes.map((code) => [code, kind as SectionKind] as const)));
