// One line of JSON an event, as the log service reads it. No line holds a token, an address or a body: what was refused
// is told by kind and path, and free text is cleaned of whatever looks like either before it is written.
import { machineNow } from './clock.ts';

/** A text without tokens and mail addresses. */
export const withoutSecrets = (text: string): string =>
  text
    .replace(/\beyJ[\w-]*\.[\w-]*\.?[\w-]*/g, '<token>')
    .replace(/[^\s@<>"'(),;:]{1,64}@[^\s@<>"'(),;:]{1,255}/g, '<address>');

export type LogLevel = 'info' | 'warn' | 'error';

/** Writes one line: level, time by the machine's clock, message, fields. */
export const logLine = (
  level: LogLevel,
  message: string,
  fields: Readonly<Record<string, unknown>>,
): void => {
  const line = {
    level: level.toUpperCase(),
    timestamp: new Date(machineNow()).toISOString(),
    message,
    ...fields,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** A request was refused: who asked for what, and why not. These lines are what alarms and investigations read. */
export const logRefusal = (fields: Readonly<Record<string, unknown>>): void =>
  logLine('warn', 'refused', { security: true, ...fields });

/** A defect of ours. The stack is logged, never answered. */
export const logDefect = (error: unknown, fields: Readonly<Record<string, unknown>>): void => {
  const known = error instanceof Error ? error : new Error(String(error));
  logLine('error', 'defect', {
    ...fields,
    name: known.name,
    reason: withoutSecrets(known.message),
    stack: withoutSecrets(known.stack ?? ''),
  });
};
