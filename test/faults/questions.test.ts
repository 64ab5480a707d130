import { strikeAll } from './cells.ts';
import { QUESTIONS } from './scenes.ts';

for (const scene of QUESTIONS) for (const mode of scene.modes) strikeAll(scene, mode);
