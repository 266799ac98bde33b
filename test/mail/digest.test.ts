// What a digest says: findings, what waits for the reader, actions that come back until they are done, waivers that end,
// seals, words of executives, whom nobody tells; and that it is not sent where nothing has changed.
import { describe, expect, it } from 'vitest';
import { type DigestFacts, digestFor, tokensOf } from '../../shared/mail/digest.ts';
import { action, executive, facts, head, line, voiceIn } from './readers.ts';

const digest = (
  reader: typeof executive | ReturnType<typeof head>,
  given: DigestFacts,
  told: Iterable<string> = [],
) => digestFor(reader, given, { told: new Set(told), isFirst: false }, voiceIn());
const operations = head('operations');
const itemsIn = (text = '') => [...text.matchAll(/^\d+\. .*$/gm)].map(([one]) => one);

describe('a digest', () => {
  it('has the finding as subject, the answer in its first line, and what to do about it', () => {
    const letter = digest(operations, facts());
    expect(letter?.subject).toMatch(/^“Order to dispatch 1” is an internal KPI/);
    expect(letter?.text.split('\n')[0]).toBe('Your departments in Q3 2026: 1 new finding, 0 still open.');
    expect(letter?.text).toContain('Operations · since Q3 2026 · new');
    expect(letter?.text).toContain('Link one customer-facing KPI');
  });

  it('tells at most five things, with one link each and one button', () => {
    const many = Array.from({ length: 9 }, (_, i) =>
      line(i, { check: 'moved-target', message: 'moved', department: 'operations' }),
    );
    const letter = digest(operations, facts({ lines: many }));
    expect(itemsIn(letter?.text)).toHaveLength(5);
    expect(letter?.text).toContain('4 more findings stand in the register.');
    expect(letter?.html.match(/class="b"/g)).toHaveLength(1);
  });

  it('is not sent where nothing has changed, whatever still waits', () => {
    const given = facts({
      lines: [line(), line(2, { state: 'waived', waiver: waiver({ until: '2026-10-30' }) })],
      asked: [{ line: line(3, { waiver: waiver({ state: 'asked' }) }), deciders: new Set(['eve']) }],
      actions: [action('late', { stalled: true })],
      seals: [{ quarter: '2026-Q2', revision: 1, by: 'sam', at: '2026-10-19T09:00:00Z' }],
      commentary: [said('report')],
    });
    expect(digest(executive, given, tokensOf(given))).toBeUndefined();
    expect(digest(operations, given, tokensOf(given))).toBeUndefined();
  });

  it('asks nothing about what is waived', () => {
    const given = facts({ lines: [line(1, { state: 'waived', waiver: waiver({ until: '2027-06-30' }) })] });
    expect(digest(executive, given)).toBeUndefined();
  });

  it('goes to nobody who leads nothing', () => {
    expect(digest({ ...operations, heads: [] }, facts())).toBeUndefined();
  });
});

const waiver = (more: object = {}) => ({
  state: 'approved' as const,
  reason: 'The new scanner comes in May',
  until: '2026-11-15',
  by: 'otto',
  renewal: 0,
  ...more,
});
const said = (about: string) => ({
  quarter: '2026-Q3' as const,
  about,
  text: 'Dispatch had no crane for six weeks.',
  by: 'sam',
  at: '2026-10-19T09:00:00Z',
});

describe('what waits', () => {
  const asking = (deciders: readonly string[], renewal = 0) => {
    const one = line(1, { waiver: waiver({ state: 'asked', renewal }) });
    return facts({ lines: [one], asked: [{ line: one, deciders: new Set(deciders) }] });
  };

  it('is a waiver that the reader may decide on, and nobody else hears of it', () => {
    const given = asking(['eve'], 1);
    const told = tokensOf({ ...given, asked: [] });
    const letter = digest(executive, given, told);
    expect(letter?.subject).toMatch(/^Otto Berg asks to waive: “Order to dispatch 1”/);
    expect(letter?.text).toContain('1. Waits for your word: Otto Berg asks to waive:');
    expect(letter?.text).toContain('until 15 Nov 2026: “The new scanner comes in May” · its first renewal');
    expect(letter?.text).toContain('Approve the waiver, or refuse it with a comment.');
    expect(digest(operations, given, told)).toBeUndefined();
  });

  it('may wait for the head who speaks for the customer', () => {
    const given = asking(['otto']);
    const letter = digest(head('service'), given, tokensOf({ ...given, asked: [] }));
    expect(letter?.text.split('\n')[0]).toBe('1 waiver or action waits for you in Q3 2026.');
  });

  it('is a waiver that ends within a fortnight, told to who asked and to the department', () => {
    const at = (until: string) =>
      digest(operations, facts({ lines: [line(1, { state: 'waived', waiver: waiver({ until }) })] }));
    expect(at('2026-11-03')?.text).toContain(
      '1. Waiver ends soon: The waiver ends on 3 Nov 2026: “Order to dispatch 1”',
    );
    expect(at('2026-11-04')).toBeUndefined();
  });

  it('is an action that is due, or past its quarter; one with time left is only counted', () => {
    const text = (actions: Parameters<typeof facts>[0]) => digest(operations, facts(actions))?.text;
    expect(text({ actions: [action('a', { dueQuarter: '2026-Q4' })] })).toContain(
      '1. Action due this quarter: “Do a” is due by the end of Q4 2026.',
    );
    const late = text({ actions: [action('a', { dueQuarter: '2026-Q2', stalled: true })] });
    expect(late).toContain('1. Action past its quarter: “Do a” was due in Q2 2026 and is not done.');
    expect(late).toContain('Owner: Otto Berg · decided in Q3 2026 · 1 of its findings still fails');
    expect(itemsIn(text({ actions: [action('a')] }))[0]).toMatch(/^1\. Error: /);
  });

  it('makes a digest of its own when an action falls due', () => {
    const before = facts({ actions: [action('a', { dueQuarter: '2026-Q4' })], running: '2026-Q3' });
    const after = { ...before, running: '2026-Q4' as const };
    expect(digest(operations, before, tokensOf(before))).toBeUndefined();
    expect(digest(operations, after, tokensOf(before))?.subject).toBe('“Do a” is due by the end of Q4 2026.');
  });

  it('is told once, where a late action is a finding too', () => {
    const actions = [action('a', { dueQuarter: '2026-Q2', stalled: true })];
    const late = line(2, {
      check: 'stalled-action',
      message: 'past-due',
      level: 'warning',
      subject: { kind: 'action', ids: ['a'] },
    });
    const given = facts({ actions, lines: [late] });
    expect(itemsIn(digest(operations, given)?.text)).toHaveLength(1);
    expect(itemsIn(digest(executive, given)?.text)[0]).toMatch(/^1\. Warning: /);
    expect(digest(operations, given)?.text).not.toContain('1 action is open');
    expect(digest(executive, given)?.text).toContain('1 action is open');
  });

  it('leaves room for findings', () => {
    const actions = Array.from({ length: 6 }, (_, i) => action(`a${i}`, { dueQuarter: '2026-Q4' }));
    const lines = [line(1), line(2, { check: 'moved-target', message: 'moved' })];
    const text = digest(operations, facts({ actions, lines }))?.text;
    expect(itemsIn(text).map((one) => one.split(':')[0])).toEqual([
      '1. Action due this quarter',
      '2. Action due this quarter',
      '3. Action due this quarter',
      '4. Error',
      '5. Error',
    ]);
    expect(text).toContain('3 more waivers and actions wait for you on the page.');
  });
});

describe('what happened to a finding', () => {
  const notes = (
    one: ReturnType<typeof line>,
    told: readonly string[] = [],
    more: Partial<DigestFacts> = {},
  ) => digest(operations, facts({ lines: [one], ...more }), told)?.text ?? '';
  const fingerprint = line().fingerprint;

  it('is said: its waiver has ended, it came back, nobody had a word on it', () => {
    expect(notes(line(), [`${fingerprint}|waived|error`])).toContain('· its waiver has ended');
    expect(notes(line(1, { reopened: 1 }))).toContain('· came back\n');
    expect(notes(line(1, { reopened: 3 }))).toContain('· came back, 3 times by now');
    const silent = { wordAt: '2026-09-01T09:00:00Z' };
    expect(notes(line(1, silent))).toContain('· 49 days without a word');
    expect(notes(line(1, { wordAt: '2026-09-20T09:00:00Z' }))).not.toContain('without a word');
    const asked = { ...silent, waiver: waiver({ state: 'asked' }) };
    expect(notes(line(1, asked))).toContain('· a waiver waits for its answer');
    expect(notes(line(1, asked))).not.toContain('without a word');
    expect(notes(line(1, { ...silent, state: 'acknowledged' }))).not.toContain('without a word');
  });

  it('is no silence where an action was decided on it', () => {
    const one = line(1, { wordAt: '2026-09-01T09:00:00Z' });
    const given = facts({ lines: [one], actions: [action('a', { findings: [one.fingerprint] })] });
    expect(digest(operations, given)?.text).not.toContain('without a word');
  });

  it('comes with what an executive said about it', () => {
    const commentary = [said(`finding.${fingerprint}`)];
    expect(notes(line(), [], { commentary })).toContain('sam: “Dispatch had no crane for six weeks.”');
  });
});

describe('what else a digest tells', () => {
  const seal = { quarter: '2026-Q2' as const, revision: 1, by: 'eve', at: '2026-10-19T22:30:00Z' };

  it('is who sealed a quarter, on the organisation’s own day; not to whoever did it', () => {
    const given = facts({ seals: [seal] });
    const told = tokensOf(facts());
    expect(digest(operations, given, told)?.subject).toBe(
      'Eve Adler sealed Q2 2026 on 20 Oct 2026: its figures stand.',
    );
    expect(digest(executive, given, told)).toBeUndefined();
    expect(digest(operations, facts({ seals: [{ ...seal, revision: 2 }] }), told)?.text).toContain(
      'Eve Adler sealed Q2 2026 again on 20 Oct 2026, as revision 2.',
    );
  });

  it('is what an executive said about the report', () => {
    const letter = digest(operations, facts({ commentary: [said('report')] }), tokensOf(facts()));
    expect(letter?.text).toContain('sam on the report of Q3 2026: “Dispatch had no crane for six weeks.”');
  });

  it('is how many actions are open, the oldest by name, and how many are past their quarter', () => {
    const actions = [action('first', { stalled: true }), action('second')];
    expect(digest(executive, facts({ actions }))?.text).toContain(
      '2 actions are open, 1 past the due quarter; the oldest: “Do first” (Otto Berg, due Q1 2027).',
    );
    expect(digest(executive, facts())?.text).not.toContain('action');
  });

  it('is the own department’s actions alone, to a head', () => {
    const other = { ...operations, id: 'hanna' };
    expect(digest(other, facts({ actions: [action('first')] }))?.text).toContain('1 action is open, 0 past');
    const foreign = facts({ actions: [action('first', { department: 'service' })] });
    expect(digest(other, foreign)?.text).not.toContain('Do first');
  });

  it('is whom nobody tells, to executives alone', () => {
    const given = facts({ unheard: [{ department: 'Operations', heads: ['Otto', 'Pia'], errors: 2 }] });
    const sentence =
      'Nobody in Operations is told of its 2 error findings: Otto and Pia stopped mail, and no deputy is named.';
    expect(digest(executive, given)?.text).toContain(sentence);
    expect(digest(operations, given)?.text).not.toContain('Nobody in');
  });

  it('is how many findings are gone, to executives', () => {
    const letter = digest(executive, facts({ lines: [] }), tokensOf(facts()));
    expect(letter?.subject).toBe('1 finding resolved');
    expect(letter?.text).toContain('1 resolved since the last digest.');
  });
});
