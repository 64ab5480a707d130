import { render } from 'preact';
import { Page } from './page.tsx';
import { browserApi } from './state/api.ts';
import { followAddress } from './state/address.ts';
import { createShell } from './state/shell.ts';

const root = document.getElementById('shell');
if (!root) throw new Error('sandbox.html has no element #shell');

const shell = createShell(browserApi());
followAddress(shell);
shell.start();
render(<Page shell={shell} />, root);
