import type { Provenance } from 'fhir/r4';
import type { ProvenanceFact } from '../../domain/model/index.ts';
import { firstCode, list, sourceOf, text } from './parse.ts';
import type { References } from './parse.ts';

export function decodeProvenance(provenance: Provenance, refs: References): ProvenanceFact {
  return {
    source: sourceOf(provenance),
    targets: list(provenance.target).map((target) => refs.source(target)).filter((source) => source !== null),
    recorded: text(provenance.recorded),
    activity: firstCode(provenance.activity),
    agents: list(provenance.agent).map((agent) => refs.of(agent.who) ?? text(agent.who?.display)).filter((who) => who !== null),
  };
}
