import { COMMANDS, DEFAULT_KEYS, isUsableKey, type KeySettings } from './keys.ts';

const KEY = 'countersign.keys';

/** Keyboard settings of this browser. Holds no patient data. */
export function loadKeys(store: Pick<Storage, 'getItem'> | null): KeySettings {
  try {
    const kept = JSON.parse(store?.getItem(KEY) ?? 'null') as Partial<KeySettings> | null;
    if (typeof kept?.on !== 'boolean' || typeof kept.keys !== 'object') return DEFAULT_KEYS;
    const { keys } = kept;
    const whole = COMMANDS.every((command) => typeof keys[command] === 'string' && isUsableKey(keys[command]));
    return whole ? { on: kept.on, keys } : DEFAULT_KEYS;
  } catch {
    return DEFAULT_KEYS;
  }
}

/** False where the browser keeps nothing: then the settings hold until the page closes. */
export function saveKeys(store: Pick<Storage, 'setItem'> | null, settings: KeySettings): boolean {
  try {
    store?.setItem(KEY, JSON.stringify(settings));
    return store !== null;
  } catch {
    return false;
  }
}
