// `import`: sends files in the import format to a service, which says what they change or what speaks against them,
// and follows until all of it is written.
import { basename } from 'node:path';
import { CallRefused, ConnectionLost } from '../shared/api/call-errors.ts';
import { type Call, createClient } from '../shared/api/client.ts';
import type { ChangeSetDetail, ImportView } from '../shared/api/operations.ts';
import { importLimits } from '../shared/domain/import-limits.ts';
import type { FileLocale } from '../shared/exchange/form.ts';
import type { FileTable } from '../shared/exchange/grids.ts';
import { UnusableFile } from '../shared/exchange/unusable-file.ts';
import { UnusableInput } from './input.ts';

/** Where and how to import. */
export interface ImportOptions {
  /** Address of the service, such as https://counterpart.example. */
  readonly url: string;
  /** An access token of the member who imports. */
  readonly token: string | undefined;
  readonly locale: FileLocale;
  readonly dryRun: boolean;
}

/** What the command needs of the world around it. */
export interface ImportWorld {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Told how many entities of all are written. */
  readonly progress: (done: number, total: number) => void;
}

/** What came of it. `passedOver` names what others changed meanwhile; it stayed as they left it. */
export interface Imported extends Pick<ImportView, 'created' | 'changed' | 'unchanged' | 'items'> {
  readonly id?: string | undefined;
  readonly state: 'checked' | 'applied' | 'stopped';
  readonly passedOver: ChangeSetDetail['passedOver'];
}

const originOf = (url: string): string => {
  const parsed = URL.parse(url);
  if (parsed === null || !['http:', 'https:'].includes(parsed.protocol))
    throw new UnusableInput(
      `--url: found ${JSON.stringify(url)}, expected an address such as https://counterpart.example`,
    );
  return url.replace(/\/+$/, '');
};

const bodyOf = (tables: readonly FileTable[], path: string, { locale, dryRun }: ImportOptions) => {
  const body = {
    tables: tables.map(({ file, name, header, rows, firstRow = 2 }) => ({
      file,
      name,
      header: [...header],
      rows: rows.map((row) => [...row]),
      firstRow,
    })),
    locale,
    file: basename(path),
    apply: !dryRun,
  };
  const bytes = Buffer.byteLength(JSON.stringify(body));
  if (bytes > importLimits.bytes)
    throw new UnusableInput(
      `${path}: found ${bytes} bytes, expected at most ${importLimits.bytes}; import it in parts: the definitions first, then the readings year by year`,
    );
  return body;
};

/** What the service refused as one message, in the words that other faults have. */
const toldRefusal = (url: string, error: unknown): unknown => {
  if (error instanceof ConnectionLost) return new UnusableInput(`${url}: ${error.message}`);
  if (!(error instanceof CallRefused)) return error;
  const faults = error.errors.map(
    ({ path, found, expected }) => `  ${path}: found ${found}, expected ${expected}`,
  );
  return new UnusableInput([`${url}: ${error.message}`, ...faults].join('\n'));
};

/** Milliseconds between two looks at an import that is being applied. */
const pause = 500;

const follow = async (call: Call, id: string, { wait, progress }: ImportWorld): Promise<ChangeSetDetail> => {
  for (;;) {
    const set = await call('getImport', { params: { id } });
    progress(set.done, set.total);
    if (set.state !== 'applying') return set;
    await wait(pause);
  }
};

/**
 * Imports tables and waits until all is written. Throws UnusableFile with every fault of a row, UnusableInput where the
 * service refuses or does not answer.
 */
export const importFiles = async (
  tables: readonly FileTable[],
  path: string,
  options: ImportOptions,
  world: ImportWorld,
): Promise<Imported> => {
  const { token } = options;
  const base = originOf(options.url);
  if (token === undefined || token === '')
    throw new UnusableInput(
      '--token: found nothing, expected the access token of whoever imports, here or in COUNTERPART_TOKEN',
    );
  const call = createClient({
    base,
    fetch: world.fetch,
    token: () => token,
    newKey: () => crypto.randomUUID(),
    wait: world.wait,
  });
  try {
    const { id, state, errors, errorCount, ...outcome } = await call('importTables', {
      body: bodyOf(tables, path, options),
    });
    if (state === 'invalid') {
      const rest = errorCount - errors.length;
      const more = { file: path, row: 0, column: '', found: `${rest} more`, expected: 'none' };
      throw new UnusableFile(rest > 0 ? [...errors, more] : errors);
    }
    if (state === 'checked' || id === undefined)
      return { ...outcome, state: state === 'checked' ? 'checked' : 'applied', passedOver: [] };
    const { state: ended, passedOver } = await follow(call, id, world);
    return { ...outcome, id, state: ended === 'stopped' ? 'stopped' : 'applied', passedOver };
  } catch (error) {
    throw toldRefusal(base, error);
  }
};
