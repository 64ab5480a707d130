/** The files cannot become a release. The message says which, why, and what to do. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
