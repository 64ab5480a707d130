import { strikeAll } from './cells.ts';
import { IN_EHR } from './scenes.ts';

for (const scene of IN_EHR) for (const mode of scene.modes) strikeAll(scene, mode);
