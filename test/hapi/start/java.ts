import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { delimiter, join, resolve as resolvePath } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { RunningHapi } from './commands.ts';
import { answerOf } from './commands.ts';

const project = resolvePath(import.meta.dirname, '..');
const OLDEST_JAVA = 17;

/** Why a server cannot be built here, for a person; null where it can. */
export async function javaIsMissing(): Promise<string | null> {
  const [compiler, maven] = await Promise.all([answerOf(inJdk('javac'), ['-version']), answerOf('mvn', ['-version'])]);
  const version = Number(/javac (\d+)/.exec(compiler ?? '')?.[1] ?? 0);
  if (version === 0) return 'There is no JDK (javac).';
  if (version < OLDEST_JAVA) return `The JDK is version ${version}; HAPI needs ${OLDEST_JAVA}.`;
  return maven === null ? 'There is no Maven (mvn).' : null;
}

/** Compiles the server and fetches what it rests on, the first time some 220 MB from Maven Central. @throws Error when Maven failed */
export async function buildHapi(): Promise<void> {
  const maven = spawn('mvn', ['-q', '-B', '-f', join(project, 'pom.xml'), 'package', 'dependency:build-classpath'], { stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = await once(maven, 'exit') as [number | null];
  if (code !== 0) throw new Error('Maven could not build the HAPI server; what it said stands above.');
}

/** Starts what `buildHapi` built, on a port of its own choice. It ends with this process at the latest: it listens to its standard input. */
export async function startHapi(log: string): Promise<RunningHapi> {
  const classpath = [join(project, 'target/classes'), readFileSync(join(project, 'target/classpath.txt'), 'utf8').trim()].join(delimiter);
  // Below 512 MB it runs out; the serial collector and the first compiler make it ready in half the time.
  const java = spawn(inJdk('java'), ['-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', classpath, 'dev.countersign.hapi.Server'], { stdio: ['pipe', 'pipe', 'pipe'] });
  const file = createWriteStream(log);
  java.stdout.pipe(file, { end: false });
  java.stderr.pipe(file, { end: false });
  const isAlive = (): boolean => java.exitCode === null && java.signalCode === null;
  return {
    base: `http://127.0.0.1:${await portOf(java, log)}/fhir`,
    log,
    isAlive,
    async stop() {
      if (isAlive()) {
        const ended = once(java, 'exit');
        const late = setTimeout(() => java.kill('SIGKILL'), 5000);
        java.stdin.end();
        await ended;
        clearTimeout(late);
      }
      file.end();
    },
  };
}

/** The server names its port in its first line, before the twenty seconds of getting ready. */
function portOf(java: ChildProcessByStdio<Writable, Readable, Readable>, log: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const port = /^PORT (\d+)$/m.exec(said)?.[1];
      if (port === undefined) return;
      java.stdout.off('data', listen);
      resolve(Number(port));
    };
    java.stdout.on('data', listen);
    java.once('error', reject);
    java.once('exit', () => reject(new Error(`The HAPI server ended before it had a port. What it said is in ${log}.`)));
  });
}

/** Where JAVA_HOME says, since Maven goes by it too. */
function inJdk(tool: 'java' | 'javac'): string {
  const home = process.env['JAVA_HOME'];
  return home === undefined || home === '' ? tool : join(home, 'bin', tool);
}
