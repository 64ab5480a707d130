import type { SiteConfig, SiteEhr } from '../domain/model/index.ts';
import site from 'virtual:site';

/** The site file of this build, with addresses that begin with "/" counted from the page's own origin. */
export function siteConfig(): SiteConfig {
  return { ...site, ehrs: site.ehrs.map(absoluteEhr) };
}

function absoluteEhr(ehr: SiteEhr): SiteEhr {
  const { authorization } = ehr;
  return { ...ehr, fhir: absolute(ehr.fhir), ...(authorization === undefined ? {} : { authorization: authorization.map(absolute) }) };
}

function absolute(url: string): string {
  return url.startsWith('/') ? `${location.origin}${url}` : url;
}
