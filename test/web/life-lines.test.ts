// A finding's history in words: every kind of event has its own, and none shows a code.
import { describe, expect, it } from 'vitest';
import { lifeEvent, resolutions } from '../../shared/domain/finding.ts';
import { lifeLines } from '../../web/findings/life-lines.ts';
import { formatsOf } from '../../web/format/formats.ts';
import { en } from '../../web/messages/en.ts';
import { english } from '../../web/messages/languages.ts';

const f = formatsOf({ locale: 'en-GB', timeZone: 'Europe/London', fiscalStart: 1 }, english);
const words = { m: en, f };
const at = (hour: number): string => `2026-10-20T${String(hour).padStart(2, '0')}:00:00.000Z`;
const quarter = '2026-Q3' as const;

describe('a history', () => {
  it('says each event in words, with its day, its levels, its reason', () => {
    const events = lifeEvent.shape.event.options.map((event, hour) => ({
      at: at(hour),
      quarter,
      event,
      ...(event.startsWith('waive') ? { until: '2026-11-05' } : {}),
      ...(event === 'level-changed' ? { note: 'error -> warning' } : {}),
      ...(event === 'resolved' ? { note: 'cleared' } : {}),
    }));
    const told = lifeLines({ events, actions: [] }, words).map(({ what }) => what);
    expect(told).toHaveLength(events.length);
    expect(told.filter((what) => /[{}]|->|[a-z]-[a-z]/.test(what))).toEqual([]);
    expect(told).toEqual(
      expect.arrayContaining([
        'Level changed from Error to Warning',
        'Resolved: the check holds',
        'Waiver approved, until 5 Nov 2026',
      ]),
    );
    expect(Object.keys(en.finding.resolution).sort()).toEqual([...resolutions].sort());
  });

  it('holds what was decided on the finding and how it ended, newest first', () => {
    const told = lifeLines(
      {
        events: [{ at: at(1), quarter, event: 'found' }],
        actions: [
          {
            id: 'a',
            findings: ['0'.repeat(32)],
            text: 'Ask customers.',
            owner: 'eve',
            dueQuarter: '2026-Q4',
            state: 'done',
            decided: { by: 'eve', at: at(2), quarter },
            ended: { by: 'otto', at: at(3), quarter: '2026-Q4', comment: 'Done in May.' },
          },
        ],
      },
      words,
    );
    expect(told.map(({ what, by, said }) => [what, by, said])).toEqual([
      ['Action done: Ask customers.', 'otto', 'Done in May.'],
      ['Action decided, due Q4 2026', 'eve', 'Ask customers.'],
      ['Found', undefined, undefined],
    ]);
  });
});
