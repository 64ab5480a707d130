import { strikeAll } from './cells.ts';
import { BESIDE, VENDORS } from './scenes.ts';

for (const scene of [...BESIDE, ...VENDORS]) for (const mode of scene.modes) strikeAll(scene, mode);
