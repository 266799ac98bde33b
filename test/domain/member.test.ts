import { describe, expect, it } from 'vitest';
import { memberFields, type Role } from '../../shared/domain/member.ts';
import { writesFor } from '../../shared/domain/member-writes.ts';

const head = { roles: ['department-head'] as Role[], heads: ['sales'], deputyOf: [] };

describe('who writes for a department', () => {
  it.each([
    ['its head', head, 'sales', true],
    ['the head of another', head, 'finance', false],
    [
      'an analyst who is listed as its head',
      { ...head, roles: ['analyst', 'executive', 'auditor'] as Role[] },
      'sales',
      false,
    ],
    [
      'a deputy on the last day',
      { ...head, heads: [], deputyOf: [{ department: 'it', until: '2026-07-01' }] },
      'it',
      true,
    ],
    [
      'a deputy a day later',
      { ...head, heads: [], deputyOf: [{ department: 'it', until: '2026-06-30' }] },
      'it',
      false,
    ],
    [
      'a deputy of another',
      { ...head, heads: [], deputyOf: [{ department: 'hr', until: '2026-12-31' }] },
      'it',
      false,
    ],
  ])('%s: %o for %s is %s', (_who, member, department, writes) => {
    expect(writesFor(member, department, '2026-07-01')).toBe(writes);
  });
});

describe('member', () => {
  const fields = { name: 'Ann', email: 'ann@example.org', roles: ['analyst'] };
  it('has each role once, and at least one', () => {
    expect(memberFields.safeParse({ ...fields, roles: [] }).error?.issues[0]?.message).toBe(
      'at least one role',
    );
    expect(
      memberFields.safeParse({ ...fields, roles: ['analyst', 'analyst'] }).error?.issues[0]?.message,
    ).toBe('each role once');
    expect(memberFields.parse(fields)).toMatchObject({
      heads: [],
      deputyOf: [],
      status: 'active',
      mail: { digest: 'weekly', reminders: true },
    });
    expect(memberFields.parse({ ...fields, mail: {} }).mail).toEqual({ digest: 'weekly', reminders: true });
  });
});
