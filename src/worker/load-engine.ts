import { createDirectEngine } from '../app/engine.ts';
import { buildKnowledge } from '../knowledge/build.ts';
import type { KnowledgeBytes } from '../knowledge/index.ts';

/** The engine on its knowledge; `terms` makes ready what the first search would wait for. @throws Error when the knowledge cannot be read */
export async function loadEngine(bytes: KnowledgeBytes) {
  const knowledge = await buildKnowledge(bytes);
  return { engine: createDirectEngine(knowledge), terms: () => void knowledge.terms() };
}
