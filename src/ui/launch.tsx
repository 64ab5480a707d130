import type { JSX } from 'preact';
import type { SiteConfig } from '../domain/model/index.ts';
import { render } from 'preact';
import { authorize, LaunchError, standaloneChoices } from '../fhir/session/index.ts';
import { LaunchTrouble } from './screens/stopped.tsx';
import { siteConfig } from './site.ts';

/** The launch page: only goes on to the EHR's authorisation, or says why it cannot. */
async function launch(root: HTMLElement): Promise<void> {
  const site = siteConfig();
  try {
    await authorize(site);
  } catch (error) {
    root.replaceChildren();
    render(troubleOf(error, site), root);
  }
}

function troubleOf(error: unknown, site: SiteConfig): JSX.Element {
  if (!(error instanceof LaunchError)) return <LaunchTrouble message="The launch did not complete." whatToDo="Open the app again from the EHR." />;
  return (
    <LaunchTrouble message={error.message} whatToDo={error.whatToDo}
      {...(error.kind === 'storage-blocked' ? { ownWindow: location.href } : {})}
      {...(error.kind === 'choose-ehr' ? { choices: standaloneChoices(site, location.href) } : {})} />
  );
}

const root = document.getElementById('app');
if (root !== null) void launch(root);
