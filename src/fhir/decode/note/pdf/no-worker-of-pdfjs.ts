/**
 * pdf.js takes any worker that it is loaded in for its own: it answers the page's messages and posts its own. It is asked to be a
 * library by hiding `postMessage` while it is evaluated, which this module, imported before it, does. The modules of one import
 * are evaluated in one go, so nobody else can miss it; it is back before anything else runs, also where pdf.js fails.
 */
const own = 'window' in globalThis ? undefined : Object.getOwnPropertyDescriptor(globalThis, 'postMessage');
if (own?.configurable === true) {
  Object.defineProperty(globalThis, 'postMessage', { value: undefined, configurable: true });
  queueMicrotask(() => { Object.defineProperty(globalThis, 'postMessage', own); });
}
