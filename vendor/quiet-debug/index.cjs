/**
 * `debug` for fhirclient, and silent: the package writes requests and token answers to the console of whoever sets
 * `localStorage.debug`, and on a shared workstation that may be anybody (decisions/0002).
 */
function silent() {}

function createDebug() {
  return silent;
}

silent.extend = createDebug;
module.exports = createDebug;
