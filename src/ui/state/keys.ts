export const COMMANDS = ['next', 'previous', 'open', 'accept', 'modify', 'reject', 'defer', 'undo', 'countersign', 'help'] as const;
export type Command = (typeof COMMANDS)[number];

export interface KeySettings {
  readonly on: boolean;
  readonly keys: Readonly<Record<Command, string>>;
}

export const COMMAND_NAMES: Readonly<Record<Command, string>> = {
  next: 'Next item', previous: 'Previous item', open: 'Open the evidence', accept: 'Accept', modify: 'Modify the code', reject: 'Reject',
  defer: 'Defer', undo: 'Undo', countersign: 'Go to countersigning or proposing', help: 'This help',
};

export const DEFAULT_KEYS: KeySettings = {
  on: true,
  keys: { next: 'j', previous: 'k', open: 'o', accept: 'a', modify: 'm', reject: 'r', defer: 'd', undo: 'u', countersign: 'c', help: '?' },
};

/** The command of a key press; null where keys are off, another key is held, or the person is filling something in. */
export function commandOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'>, settings: KeySettings,
): Command | null {
  if (!settings.on || event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.target instanceof Element && event.target.closest('input, select, textarea, form, dialog') !== null) return null;
  const key = event.key.toLowerCase();
  return COMMANDS.find((command) => settings.keys[command] === key) ?? null;
}

/** Gives `command` this key; a command that had it takes the old key in exchange, so that none is left without. */
export function remap(settings: KeySettings, command: Command, key: string): KeySettings {
  const wanted = key.toLowerCase();
  const owner = COMMANDS.find((other) => settings.keys[other] === wanted);
  const keys = { ...settings.keys, [command]: wanted };
  return { ...settings, keys: owner === undefined || owner === command ? keys : { ...keys, [owner]: settings.keys[command] } };
}

/** A key that may be given to a command: one visible character. */
export function isUsableKey(key: string): boolean {
  return key.length === 1 && key.trim() !== '';
}
