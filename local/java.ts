/**
 * DynamoDB Local is a Java program. This file finds a Java that can run it and starts it in such a way that it never
 * outlives us: not even when we are killed without a chance to clean up.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { StartError } from './start-error.ts';

/** The oldest Java that DynamoDB Local runs on. */
const OLDEST_JAVA = 17;

/** Shell program for systems without setpriv: it becomes the given command, and is killed when its own input ends. */
const DIE_WITH_PARENT = 'exec 3<&0; (cat <&3; kill -KILL $$) >/dev/null 2>&1 & exec "$@" </dev/null 3<&-';

/** Reads the major version out of what `java -version` prints: `17.0.15` is 17, `1.8.0_402` is 8. */
export function majorVersion(printed: string): number | undefined {
  const found = /version "(?:1\.)?(\d+)/.exec(printed);
  return found?.[1] === undefined ? undefined : Number(found[1]);
}

/** Throws a StartError in one sentence unless a Java of 17 or newer is on the PATH. */
export async function requireJava(): Promise<void> {
  const hint = `Install Java ${OLDEST_JAVA} or newer (https://adoptium.net) and start again.`;
  const printed = await promisify(execFile)('java', ['-version']).then(
    ({ stdout, stderr }) => stdout + stderr,
    () => undefined,
  );
  if (printed === undefined)
    throw new StartError(`DynamoDB Local needs Java, and no Java was found on the PATH. ${hint}`);
  const version = majorVersion(printed);
  if (version === undefined || version < OLDEST_JAVA) {
    throw new StartError(
      `DynamoDB Local needs Java ${OLDEST_JAVA}, and the Java on the PATH is ${version ?? 'of an unknown version'}. ${hint}`,
    );
  }
}

/** Starts Java in a process group of its own (so that ctrl-C reaches only us), bound to the life of this process. */
export async function spawnJava(args: readonly string[], cwd: string): Promise<ChildProcess> {
  const java = ['java', ...args];
  const command = (await hasSetpriv())
    ? ['setpriv', '--pdeathsig', 'KILL', ...java]
    : process.platform === 'win32'
      ? java
      : ['sh', '-c', DIE_WITH_PARENT, 'sh', ...java];
  const [program = 'java', ...rest] = command;
  return spawn(program, rest, {
    cwd,
    detached: process.platform !== 'win32',
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

async function hasSetpriv(): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  return promisify(execFile)('setpriv', ['--pdeathsig', 'KILL', 'true']).then(
    () => true,
    () => false,
  );
}
