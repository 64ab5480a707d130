/**
 * `debug` for fhirclient, and silent: the package writes requests and token answers to the console of whoever sets
 * `localStorage.debug`, and on a shared workstation that may be anybody (decisions/0002).
 */
module.exports = function createDebug() {
  const silent = () => {};
  silent.extend = createDebug;
  return silent;
};
