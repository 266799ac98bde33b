// Whatever the table writes an audit entry of has a word, and can be chosen in the audit's filter.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { auditKinds } from '../../web/audit/entity-names.ts';

const folder = new URL('../../shared/table/', import.meta.url);
const written = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => [
    ...readFileSync(new URL(file, folder), 'utf8').matchAll(/entity: \{ kind: '([a-z-]+)'/g),
  ])
  .map(([, kind]) => kind);

describe('the kinds of the audit', () => {
  it('name each kind that the table writes an entry of', () => {
    expect(written).toContain('finding');
    expect(written.filter((kind) => !auditKinds.some((known) => known === kind))).toEqual([]);
  });
});
