import { spawn } from 'node:child_process';

/** Opens the person's own browser; where there is none, the printed address is enough. */
export function openBrowser(url: string): void {
  const [command, args] = commandFor(process.platform, url);
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => console.error('No browser could be opened: open the address yourself.'));
  child.unref();
}

function commandFor(platform: NodeJS.Platform, url: string): [string, string[]] {
  if (platform === 'darwin') return ['open', [url]];
  if (platform === 'win32') return ['cmd', ['/c', 'start', '', url]];
  return ['xdg-open', [url]];
}
