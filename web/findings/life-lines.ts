// A finding's life as lines that a person understands: what evaluations saw, what people said, what was decided on it.
import type { FindingView } from '../../shared/report/finding-line.ts';
import type { Words } from '../session/session.tsx';

/** One line of a history. */
export interface LifeLine {
  readonly at: string;
  readonly quarter: FindingView['quarter'];
  /** What happened, as a sentence without its end. */
  readonly what: string;
  readonly by?: string | undefined;
  /** What somebody said, word for word. */
  readonly said?: string | undefined;
}

type Told = Pick<FindingView, 'events' | 'actions'>;
type Event = Told['events'][number];

const levelMove = /^(\w+) -> (\w+)$/;

const eventLine = ({ at, quarter, event, by, note, until }: Event, { m, f }: Words): LifeLine => {
  const words = m.finding.event;
  const known = words[event as keyof typeof words] ?? event;
  const what = (data: Readonly<Record<string, string>>, said?: string): LifeLine => ({
    at,
    quarter,
    what: f.say(known, data),
    by,
    said,
  });
  if (event === 'resolved')
    return what({ why: m.finding.resolution[note as keyof typeof m.finding.resolution] ?? note ?? '' });
  if (event === 'level-changed') {
    const [, was = '', is = ''] = levelMove.exec(note ?? '') ?? [];
    const level = (id: string): string => m.level[id as keyof typeof m.level] ?? id;
    return what({ was: level(was), is: level(is) });
  }
  return what(until === undefined ? { day: '' } : { day: f.day(until) }, note);
};

const actionLines = (
  { text, dueQuarter, decided, ended, state }: NonNullable<Told['actions']>[number],
  { m, f }: Words,
): LifeLine[] => [
  { ...decided, what: f.say(m.finding.event['action-decided'], { due: f.quarter(dueQuarter) }), said: text },
  ...(ended === undefined
    ? []
    : [
        {
          ...ended,
          what: f.say(m.finding.event[state === 'dropped' ? 'action-dropped' : 'action-done'], { text }),
          said: ended.comment,
        },
      ]),
];

/** Everything that happened to a finding, newest first. */
export const lifeLines = (finding: Told, words: Words): readonly LifeLine[] =>
  [
    ...finding.events.map((event) => eventLine(event, words)),
    ...(finding.actions ?? []).flatMap((action) => actionLines(action, words)),
  ]
    .map((line, place) => ({ line, place }))
    .sort((a, b) => (a.line.at === b.line.at ? b.place - a.place : a.line.at < b.line.at ? 1 : -1))
    .map(({ line }) => line);
