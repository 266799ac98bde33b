// The audit as a file: one entry a line, as JSON or as comma-separated values that a spreadsheet may open without
// running anything that somebody has written into a name.
import type { AuditEntry } from '../domain/audit.ts';
import { canonicalJson } from '../domain/canonical.ts';

const columns = [
  'id',
  'at',
  'by',
  'action',
  'kind',
  'entity',
  'version',
  'payload',
  'payloadHash',
  'previous',
  'hash',
] as const;

/** A cell: quoted where it must be; what a spreadsheet would take for a formula begins with an apostrophe. */
const cell = (value: string | number): string => {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const row = (entry: AuditEntry): string =>
  [
    entry.id,
    entry.at,
    entry.by,
    entry.action,
    entry.entity.kind,
    entry.entity.id,
    entry.version,
    entry.payload === undefined ? '' : canonicalJson(entry.payload),
    entry.payloadHash,
    entry.previous,
    entry.hash,
  ]
    .map(cell)
    .join(',');

/** Entries as lines, each ended by a line break; the first piece of a CSV file begins with its header. */
export const auditText = (
  entries: readonly AuditEntry[],
  format: 'csv' | 'jsonl',
  isFirst: boolean,
): string => {
  if (format === 'jsonl') return entries.map((entry) => `${canonicalJson(entry)}\n`).join('');
  const lines = entries.map(row);
  return [...(isFirst ? [columns.join(',')] : []), ...lines].map((text) => `${text}\r\n`).join('');
};
