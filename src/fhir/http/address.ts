import { FhirFault } from './contract.ts';

/**
 * The absolute address of a request, which lies on the FHIR base or beneath it.
 * `url` is relative to the base, or absolute (`next` links, `attachment.url`), or begins with `/` and counts from the base's origin.
 * The access token goes wherever this function says yes: SMART App Launch 2.2 forbids sending it to any other server.
 * @throws FhirFault `foreign-address`
 */
export function addressUnder(base: string, url: string): string {
  if (hasTricks(url)) throw foreign();
  const home = new URL(base);
  const address = parse(url, base);
  if (address === null) throw foreign();
  if (address.protocol !== 'https:' && address.protocol !== 'http:') throw foreign();
  if (address.username !== '' || address.password !== '') throw foreign();
  if (address.origin !== home.origin) throw foreign();
  if (/%(?:2e|2f|5c)/i.test(address.pathname)) throw foreign();
  const root = home.pathname.replace(/\/+$/, '');
  if (address.pathname !== root && !address.pathname.startsWith(`${root}/`)) throw foreign();
  address.hash = '';
  return address.href;
}

/** URL parsers drop control characters and outer blanks, read backslashes as slashes and two slashes as another host. */
function hasTricks(url: string): boolean {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return /[\u0000-\u001f\u007f]|^\s|\s$/.test(url) || path.includes('\\') || path.startsWith('//') || /(?:^|\/)(?:\.|%2e){2}(?:\/|$)/i.test(path);
}

function parse(url: string, base: string): URL | null {
  const root = base.replace(/\/+$/, '');
  if (url === '') return URL.parse(root);
  return URL.parse(url, url.startsWith('?') ? root : `${root}/`);
}

function foreign(): FhirFault {
  return new FhirFault('foreign-address', 'An address outside the EHR\'s FHIR server was asked for. Nothing was sent. Tell your site\'s administrator.');
}
