// What the policy screen counts: what the organisation has set, never what it would be by default.
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../shared/checks/catalogue.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { formatsOf } from '../../web/format/formats.ts';
import { en } from '../../web/messages/en.ts';
import { english } from '../../web/messages/languages.ts';
import { described } from '../../web/set-up/conflict.tsx';
import { checksOn, setOtherwise } from '../../web/set-up/policy-counts.ts';

const checks = catalogue.map(({ meta: { id, onByDefault = true } }) => ({ id, onByDefault }));
const byDefault = checks.filter(({ onByDefault }) => onByDefault).map(({ id }) => id);
const [first = ''] = byDefault;
const f = formatsOf({ locale: 'en-GB', timeZone: 'Europe/London', fiscalStart: 1 }, english);

describe('a policy', () => {
  it('has the checks on that it says, and those it says nothing of by default', () => {
    expect(checksOn(defaultPolicy, checks)).toHaveLength(byDefault.length);
    const policy = { ...defaultPolicy, checks: { [first]: false } };
    expect(checksOn(policy, checks)).toEqual(byDefault.slice(1));
  });

  it('differs from its defaults by thresholds and by checks, apart', () => {
    expect(setOtherwise(defaultPolicy, checks)).toEqual({ thresholds: 0, checks: 0 });
    const policy = { ...defaultPolicy, dueDays: defaultPolicy.dueDays + 1, checks: { [first]: false } };
    expect(setOtherwise(policy, checks)).toEqual({ thresholds: 1, checks: 1 });
    expect(setOtherwise({ ...policy, checks: { [first]: true } }, checks)).toMatchObject({ checks: 0 });
  });

  it('that somebody else changed meanwhile is told by how many checks are on, not by their values', () => {
    const field = {
      kind: 'group',
      name: 'checks',
      label: 'Checks',
      optional: false,
      add: '',
      remove: '',
      fields: [],
    } as const;
    expect(described(field, { one: true, two: false, three: true }, {}, { m: en, f })).toBe('2 of 3');
  });
});
