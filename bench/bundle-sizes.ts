/**
 * The size of every function's bundle, made as it is deployed. A cold start reads and compiles the whole file, so the
 * limits are part of the product; the benchmark prints them, a test holds them.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { bundleOptions } from '../infra/bundling.ts';
import { type FunctionRow, functionTable } from '../infra/function-table.ts';

/** One bundle; sizes in bytes. */
export interface Bundle {
  readonly row: FunctionRow;
  /** Path of the file. */
  readonly file: string;
  readonly minified: number;
  readonly gzipped: number;
}

/** What a bundle may weigh, in KB of 1000 bytes. */
export interface SizeLimit {
  readonly minified: number;
  readonly gzipped: number;
}

const LIMIT: SizeLimit = { minified: 520, gzipped: 160 };
const MAIL_LIMIT: SizeLimit = { minified: 850, gzipped: 250 };
/** Three fonts are 1.2 MB of it; the native module lies beside it. */
const PAPER_LIMIT: SizeLimit = { minified: 2000, gzipped: 850 };
/** Who sends mail carries the same, to be read when the first mail has something to draw. */
const SEND_LIMIT: SizeLimit = { minified: 2100, gzipped: 880 };

/** The clock does everything that time makes due: evaluation, the texts of all mails, anchors, what was cut off. */
const CLOCK_LIMIT: SizeLimit = { minified: 580, gzipped: 190 };

/** What the library has learnt is compressed text, which zipping makes no smaller. */
const LIBRARY_LIMIT: SizeLimit = { minified: 540, gzipped: 205 };
/** Whoever shows the library carries the texts of its entries besides. */
const SHELF_LIMIT: SizeLimit = { minified: 920, gzipped: 300 };

/** The limit of a function: those of mail carry the mail clients too, those that read wordings what the library has
 * learnt, and the one that shows the library all of it. */
export function limitOf({ source }: FunctionRow): SizeLimit {
  if (source === 'functions/api/paper.ts') return PAPER_LIMIT;
  if (source === 'functions/mail/send.ts') return SEND_LIMIT;
  if (source === 'functions/stream/read-kpis.ts') return LIBRARY_LIMIT;
  if (source === 'functions/api/library.ts') return SHELF_LIMIT;
  if (source === 'functions/schedule/tick.ts') return CLOCK_LIMIT;
  return source.startsWith('functions/mail/') ? MAIL_LIMIT : LIMIT;
}

/** Whether a bundle keeps both of its limits. */
export function keepsLimit({ row, minified, gzipped }: Omit<Bundle, 'file'>): boolean {
  const limit = limitOf(row);
  return minified <= limit.minified * 1000 && gzipped <= limit.gzipped * 1000;
}

/**
 * Bundles functions from the repository at `root` into `<outdir>/<id>/index.js`, by default every function of the
 * function table. Throws esbuild's error for a source that is missing or does not build.
 */
export async function bundleFunctions(
  root: string,
  outdir: string,
  rows: readonly FunctionRow[] = functionTable,
): Promise<Bundle[]> {
  return Promise.all(
    rows.map(async (row) => {
      const file = join(outdir, row.id, 'index.js');
      const entryPoints = [join(root, row.source)];
      await build({ ...bundleOptions, entryPoints, outfile: file, logLevel: 'silent' });
      const content = await readFile(file);
      return { row, file, minified: content.length, gzipped: gzipSync(content).length };
    }),
  );
}
