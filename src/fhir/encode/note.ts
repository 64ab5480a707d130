import type { DocumentReference } from 'fhir/r4';
import type { WriteAction } from '../../domain/model/index.ts';
import type { EncodeContext } from './context.ts';
import { RECORD, STEP_SYSTEM } from './names.ts';
import { tagged } from './parts.ts';

/** How a document of ours begins, in title and text, and what its type says: by this it is known, and never read as evidence, where a server drops tags. */
export const RECORD_TITLE = 'Countersign record';

/**
 * A plain-text document for an EHR that takes neither Provenance nor Task. Epic takes preliminary and final: what nobody attested is
 * preliminary there. Oracle Health takes final alone, and wants one attachment and the end of the period (both vendors' public API pages).
 */
export function filedNote(action: Extract<WriteAction, { kind: 'file-note' }>, key: string, { plan, profile }: EncodeContext): DocumentReference {
  const title = ours(action.title, ': ');
  const isEpic = profile.name === 'epic';
  const meta = tagged(undefined, key);
  return {
    resourceType: 'DocumentReference',
    meta: { ...meta, tag: [...(meta.tag ?? []), { system: RECORD, code: 'countersign' }] },
    identifier: [{ system: STEP_SYSTEM, value: key }],
    status: 'current',
    docStatus: isEpic && action.purpose !== 'attestation' && action.purpose !== 'answer' ? 'preliminary' : 'final',
    type: { coding: [{ system: 'http://loinc.org', code: '34109-9', display: 'Note' }], text: RECORD_TITLE },
    ...(isEpic ? { category: [{ coding: [{ system: 'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category', code: 'clinical-note' }] }] } : {}),
    subject: { reference: plan.patient },
    date: plan.at,
    author: [{ reference: plan.who.reference, display: plan.who.name }],
    description: title,
    content: [{ attachment: { contentType: 'text/plain', data: base64(ours(action.text, `\n\n`)), title, creation: plan.at } }],
    context: { encounter: [{ reference: plan.encounter.reference }], period: { end: plan.at } },
  };
}

function ours(words: string, joint: string): string {
  return words.startsWith(RECORD_TITLE) ? words : `${RECORD_TITLE}${joint}${words}`;
}

/** Of the UTF-8 bytes. */
function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
