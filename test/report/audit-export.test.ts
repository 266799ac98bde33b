import { describe, expect, it } from 'vitest';
import { sealAudit } from '../../shared/domain/audit.ts';
import { auditText } from '../../shared/report/audit-export.ts';

const entry = (name: string) =>
  sealAudit({
    id: '2026-07-01T10:00:00.000Z.1',
    at: '2026-07-01T10:00:00Z',
    by: 'ana',
    action: 'kpi.put',
    entity: { kind: 'kpi', id: 'a' },
    version: 1,
    payload: { name },
    previous: '',
  });

describe('the exported audit', () => {
  it('as CSV quotes what must be quoted, and begins with a header once', () => {
    const text = auditText([entry('He said "no"')], 'csv', true);
    const [header, line] = text.split('\r\n');
    expect(header).toBe('id,at,by,action,kind,entity,version,payload,payloadHash,previous,hash');
    expect(line).toContain('"{""name"":""He said \\""no\\""""}"');
    expect(auditText([entry('a')], 'csv', false)).not.toContain('payloadHash');
  });

  it.each(['=HYPERLINK(1)', '+1', '-1', '@SUM(A1)', '\t=1'])('T21 as CSV runs nothing: %j', (by) => {
    const text = auditText([{ ...entry('a'), by }], 'csv', false);
    expect(text).toContain(`,'${by}`);
  });

  it('as JSON lines is the entries themselves', () => {
    const entries = [entry('a'), entry('b')];
    expect(
      auditText(entries, 'jsonl', true)
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(entries);
    expect(auditText([], 'jsonl', true)).toBe('');
  });
});
