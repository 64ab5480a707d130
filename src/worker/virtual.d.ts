declare module 'virtual:codes' {
  /** Addresses of the releases that the site imported. */
  const codes: readonly string[];
  export default codes;
}

declare module 'virtual:tables' {
  /** The tables that the build took out of the code, on their way. */
  export const tables: Promise<Readonly<Record<string, unknown>>>;
}
