// The kept list of an example: what the checks say of it when its clock starts, and why it is so. It is kept by hand:
// a check that finds more, or less, is a change that somebody must look at.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { Subject } from '../shared/domain/finding.ts';
import type { Level } from '../shared/domain/finding-levels.ts';
import { readCsvTable } from '../shared/exchange/csv.ts';

/** A finding that an example is known to have. */
export interface KeptFinding {
  readonly check: string;
  readonly subject: Pick<Subject, 'ids'>;
  readonly level: Level;
  /** Sub-reasons, sorted. */
  readonly reasons: readonly string[];
  /** In one sentence: `seeded` or `real`, and why it is so. */
  readonly why: string;
}

const rowSchema = z.tuple([
  z.string().min(1),
  z.string().min(1),
  z.enum(['error', 'warning', 'note']),
  z.string(),
  z.string().min(1),
]);

/** Reads `check,subject,level,reasons,why`; ids of a pair have a `+` between them, reasons a `;`. */
export const readKeptFindings = (file: URL): KeptFinding[] =>
  readCsvTable(readFileSync(file), 'findings', fileURLToPath(file)).rows.map((cells) => {
    const [check, subject, level, reasons, why] = rowSchema.parse(cells);
    return {
      check,
      subject: { ids: subject.split('+') },
      level,
      reasons: reasons === '' ? [] : reasons.split(';'),
      why,
    };
  });
