import * as fake from 'fake-indexeddb';

/** The classes that a browser has as globals; each device opens its own factory. */
for (const [name, value] of Object.entries(fake)) if (name.startsWith('IDB')) Object.assign(globalThis, { [name]: value });

export const { IDBFactory } = fake;
