declare module 'virtual:codes' {
  /** Addresses of the releases that the site imported. */
  const codes: readonly string[];
  export default codes;
}

declare module 'virtual:catalogue' {
  /** The gap rules, on their way: what concludes waits for them. */
  export const tables: Promise<readonly unknown[]>;
}

declare module 'virtual:tables' {
  /** The data that the build took out of the code, on its way. */
  export const tables: Promise<readonly unknown[]>;
}
