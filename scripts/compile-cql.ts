import { Quantity } from 'cql-execution';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { SystemModelInfoProvider } from '@cqframework/cql/cql';
import { createLibrarySourceProvider, createModelInfoProvider, createUcumService, CqlCompilerOptions, CqlTranslator, LibraryManager, ModelManager, stringAsSource } from '@cqframework/cql/cql-to-elm';

const packs = resolve(import.meta.dirname, '../test/measures/packs');
const modelInfo = readFileSync(join(dirname(createRequire(import.meta.url).resolve('cql-exec-fhir')), 'modelInfos/fhir-modelinfo-4.0.1.xml'), 'utf8');

/** The compiler only asks whether a unit is one; the engine's own answer counts. */
const units = createUcumService(
  () => { throw new Error('The compiler converts no units.'); },
  (unit) => { try { return new Quantity(1, unit).unit === unit ? null : unit; } catch (cause) { return String(cause); } },
  () => { throw new Error('The compiler multiplies no units.'); },
  () => { throw new Error('The compiler divides no units.'); },
);

/**
 * `npm run cql:compile`: the CQL of the test packs to ELM, each beside its source as a Library resource. The ELM is committed, so that no
 * test waits for the compiler.
 */
for (const folder of readdirSync(packs)) {
  for (const file of readdirSync(join(packs, folder)).filter((name) => name.endsWith('.cql'))) {
    const cql = readFileSync(join(packs, folder, file), 'utf8');
    const elm = compile(cql, file);
    writeFileSync(join(packs, folder, file.replace('.cql', '.library.json')), `${JSON.stringify(libraryOf(elm), null, 1)}\n`);
  }
}

interface Elm { readonly library: { readonly identifier: { readonly id: string; readonly version: string }; readonly annotation?: readonly { readonly errorSeverity?: string; readonly message?: string; readonly startLine?: number }[] } }

function compile(cql: string, file: string): Elm {
  const models = new ModelManager();
  models.modelInfoLoader.registerModelInfoProvider(new SystemModelInfoProvider());
  models.modelInfoLoader.registerModelInfoProvider(createModelInfoProvider((name, _system, version) => (name === 'FHIR' && version === '4.0.1' ? stringAsSource(modelInfo) : null)));
  const options = new CqlCompilerOptions();
  for (const option of [CqlCompilerOptions.Options.EnableAnnotations, CqlCompilerOptions.Options.EnableLocators]) options.options.asJsSetView().add(option);
  const manager = new LibraryManager(models, options, undefined, units);
  manager.librarySourceLoader.registerProvider(createLibrarySourceProvider((name) => (name === 'FHIRHelpers' ? stringAsSource(readFileSync(join(packs, 'shared/FHIRHelpers.cql'), 'utf8')) : null)));
  const elm = JSON.parse(CqlTranslator.fromText(cql, manager).toJson()) as Elm;
  const faults = (elm.library.annotation ?? []).filter(({ errorSeverity }) => errorSeverity === 'error');
  if (faults.length > 0) throw new Error(`${file}:\n${faults.map(({ startLine, message }) => `  line ${startLine}: ${message}`).join('\n')}`);
  return elm;
}

function libraryOf(elm: Elm) {
  const { id, version } = elm.library.identifier;
  return {
    resourceType: 'Library', id, url: `http://example.org/Library/${id}`, version, name: id, status: 'active',
    type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/library-type', code: 'logic-library' }] },
    content: [{ contentType: 'application/elm+json', data: Buffer.from(JSON.stringify(elm)).toString('base64') }],
  };
}
