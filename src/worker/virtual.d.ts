declare module 'virtual:codes' {
  /** Addresses of the releases that the site imported. */
  const codes: readonly string[];
  export default codes;
}
