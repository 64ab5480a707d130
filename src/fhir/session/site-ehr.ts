import type { SiteConfig, SiteEhr } from '../../domain/model/index.ts';
import { LaunchError } from './launch-error.ts';

/** The site's EHR whose FHIR base is exactly this one. Nothing else in a launch address is believed before this. */
export function ehrOf(site: SiteConfig, fhir: string, page: string): SiteEhr | null {
  const wanted = bare(fhir);
  return allEhrs(site, page).find((ehr) => ehr.fhir === wanted) ?? null;
}

/** The site's EHRs with absolute addresses and no trailing slash. */
export function allEhrs(site: SiteConfig, page: string): readonly SiteEhr[] {
  return site.ehrs.map((ehr) => ({ ...ehr, fhir: bare(new URL(ehr.fhir, page).href) }));
}

function bare(url: string): string {
  return url.replace(/\/+$/, '');
}

/**
 * The address, when it lies on an origin that the site trusts for this EHR: its FHIR base's own, or one under `authorization`.
 * @throws LaunchError `bad-configuration`
 */
export function trustedUrl(url: unknown, ehr: SiteEhr, page: string): string {
  const address = typeof url === 'string' ? URL.parse(url) : null;
  const origins = [ehr.fhir, ...(ehr.authorization ?? [])].map((trusted) => new URL(trusted, page).origin);
  if (address === null || address.username !== '' || address.password !== '' || !origins.includes(address.origin)) {
    throw new LaunchError('bad-configuration', 'The EHR names a sign-in server that this site does not trust.', 'Tell your site\'s administrator: its origin has to stand in site.json under "authorization".');
  }
  return address.href;
}
