import type { Extension, Reference } from 'fhir/r4';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Evidence, QuoteEvidence, RuleCitation } from '../../domain/model/index.ts';
import { EXTENSION } from './names.ts';
import { versioned } from './parts.ts';

/** Offsets are UTF-16 into the extracted text of that attachment; the hash is SHA-256 over the quote's UTF-8 bytes. */
export function quoteExtension({ document, note, version, start, end, quote }: QuoteEvidence): Extension {
  return {
    url: EXTENSION.quote,
    extension: [
      { url: 'documentReference', valueString: document },
      { url: 'attachment', valueInteger: Number(/#(\d+)$/.exec(note)?.[1] ?? 0) },
      ...(version === null ? [] : [{ url: 'version', valueString: version }]),
      { url: 'start', valueInteger: start },
      { url: 'end', valueInteger: end },
      { url: 'hash', valueString: `sha256:${bytesToHex(sha256(utf8ToBytes(quote)))}` },
    ],
  };
}

/** Which rule, by whose authority. */
export function ruleExtension({ id, version, authority }: RuleCitation): Extension {
  return {
    url: EXTENSION.rule,
    extension: [{ url: 'id', valueString: id }, { url: 'version', valueString: version }, { url: 'authority', valueString: authority }],
  };
}

/** What was looked for and not found; none for other evidence. */
export function searchedExtension(evidence: Evidence): readonly Extension[] {
  if (evidence.kind !== 'searched') return [];
  return [{
    url: EXTENSION.searched,
    extension: [
      ...evidence.what.map((what) => ({ url: 'what', valueString: what })),
      ...evidence.kinds.map((kind) => ({ url: 'kind', valueString: kind })),
      ...(evidence.from === null ? [] : [{ url: 'from', valueString: evidence.from }]),
      { url: 'through', valueString: evidence.through },
      { url: 'found', valueInteger: evidence.found },
    ],
  }];
}

/** The very versions that the evidence stands in, each once. */
export function evidenceReferences(evidence: readonly Evidence[]): Reference[] {
  const sources = evidence.flatMap((e) => {
    if (e.kind === 'quote') return [{ reference: e.document, version: e.version }];
    return e.kind === 'fact' ? [{ reference: e.resource, version: e.version }] : [];
  });
  return [...new Map(sources.map((s) => [s.reference, versioned(s)])).values()];
}
