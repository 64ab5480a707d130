import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const fhir = createRequire(resolve(import.meta.dirname, '../../package.json')).resolve('cql-exec-fhir');
const xml2js = createRequire(fhir)('xml2js') as { parseString(xml: string, options: object, done: (error: Error | null, result: XmlModelInfo) => void): void };
const { stripPrefix } = createRequire(fhir)('xml2js/lib/processors') as { readonly stripPrefix: (name: string) => string };

/**
 * Makes the measures' worker small, and fit for a browser: of the models of FHIR that cql-exec-fhir brings only R4 stays, read from its XML
 * now instead of at every start; so neither its XML parser nor Node's modules have to come along. UCUM's own XML is not read either.
 */
export function measuresPlugin(): Plugin {
  return {
    name: 'countersign-measures',
    enforce: 'pre',
    resolveId: { filter: { id: /^(?:xml2js(?:\/lib\/processors)?|fs)$|ucumXmlDocument/ }, handler: (source, importer) => (importer !== undefined && /cql-exec-fhir|ucum-lhc/.test(importer) ? `\0measures:${source}` : null) },
    load: {
      filter: { id: [/^\0measures:/, /cql-exec-fhir\/lib\/modelInfos\/.*\.xml\.js/] },
      handler(id) {
        if (id === '\0measures:xml2js') return `module.exports = { parseString: (text, options, done) => done(null, JSON.parse(text.slice(1, -1))) };`;
        if (id.startsWith('\0measures:')) return 'module.exports = {};';
        return `module.exports = ${JSON.stringify(id.includes('4.0.1') ? modelInfo() : '')};`;
      },
    },
  };
}

interface XmlElement { readonly $?: Readonly<Record<string, string>>; readonly [child: string]: unknown }
interface XmlModelInfo { readonly modelInfo: XmlElement & { readonly typeInfo: readonly XmlElement[] } }

/** As cql-exec-fhir has it parsed, without what it never asks for. In pointed brackets: by them it tells XML from the name of a file. */
function modelInfo(): string {
  const xml = readFileSync(join(dirname(fhir), 'modelInfos/fhir-modelinfo-4.0.1.xml'), 'utf8');
  let parsed: XmlModelInfo | undefined;
  xml2js.parseString(xml, { async: false, tagNameProcessors: [stripPrefix], attrNameProcessors: [stripPrefix] }, (error, result) => {
    if (error !== null) throw error;
    parsed = result;
  });
  const { $, typeInfo } = parsed!.modelInfo;
  return `<${JSON.stringify({ modelInfo: { $, typeInfo } })}>`;
}
