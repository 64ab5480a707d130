import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1 and, where this computer has it, ::1; nowhere else.
 * @param port 0 picks one that is free on both
 * @throws Error with one sentence where the port is taken
 */
export async function listenOnLoopback(handler: RequestListener, port: number): Promise<Listening> {
  for (let attempt = 1; ; attempt++) {
    const first = await listen(handler, port, '127.0.0.1');
    const picked = (first.address() as AddressInfo).port;
    try {
      const second = await listen(handler, picked, '::1');
      return { port: picked, close: () => closeAll([first, second]) };
    } catch (error) {
      if (hasCode(error, 'EADDRNOTAVAIL') || hasCode(error, 'EAFNOSUPPORT')) return { port: picked, close: () => closeAll([first]) };
      await closeAll([first]);
      if (port !== 0 || attempt === 5) throw error;
    }
  }
}

function listen(handler: RequestListener, port: number, host: string): Promise<Server> {
  const server = createServer({ keepAliveTimeout: 5000 }, handler);
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explained(error, port)));
    server.listen({ port, host, ipv6Only: true }, () => resolve(server));
  });
}

function explained(error: Error, port: number): Error {
  if (hasCode(error, 'EADDRINUSE')) return Object.assign(new Error(`Port ${port} is in use. Stop what runs there, or choose another: PORT=${port + 1}.`, { cause: error }), { code: 'EADDRINUSE' });
  if (hasCode(error, 'EACCES')) return Object.assign(new Error(`Port ${port} may not be used by this user. Choose one above 1023: PORT=4400.`, { cause: error }), { code: 'EACCES' });
  return error;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

async function closeAll(servers: Server[]): Promise<void> {
  await Promise.all(servers.map((server) => new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  })));
}
