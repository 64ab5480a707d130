import { generatePKCEChallenge } from 'fhirclient/lib/security/browser.js';
import type { Adapter } from 'fhirclient/lib/smart.js';
import { clientStorage } from './launch-record.ts';
import type { LaunchPage } from './launch-page.ts';
import { storageOf } from './launch-page.ts';

/**
 * fhirclient's view of the page. Its own browser adapter lets parameters of the page's address (`iss`, `clientId`, `patientId`,
 * `fhirServiceUrl`) overrule what it is told; this one shows it an address without any.
 */
export function adapterFor(page: LaunchPage): Adapter {
  const storage = clientStorage(storageOf(page));
  const bare = (): URL => {
    const url = new URL(page.href);
    url.search = '';
    url.hash = '';
    return url;
  };
  return {
    options: {
      replaceBrowserHistory: false,
      fullSessionStorageSupport: false,
      refreshTokenWithCredentials: 'omit',
      refreshTokenWithClientId: true,
    },
    security: { generatePKCEChallenge },
    getUrl: bare,
    getStorage: () => storage,
    relative: (path) => new URL(path, bare()).href,
    redirect: (to) => { page.go(to); },
    btoa: (text) => btoa(text),
  };
}
