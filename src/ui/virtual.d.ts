declare module 'virtual:site' {
  import type { SiteConfig } from '../domain/model/index.ts';

  const site: SiteConfig;
  export default site;
}
