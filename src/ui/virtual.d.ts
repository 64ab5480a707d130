declare module 'virtual:site' {
  import type { SiteConfig } from '../domain/model/index.ts';

  const site: SiteConfig;
  export default site;
}

declare module 'virtual:known-rules' {
  import type { KnownRules } from '../domain/policy/known-rules.ts';

  const known: KnownRules;
  export default known;
}
