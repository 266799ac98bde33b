// What rests on something that is about to end, and would hang in the air without it.
import { Link } from 'react-router';
import { useAnswer } from '../data/answers.ts';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../session/session.tsx';
import type { Kind } from './kinds.ts';

const mostShown = 8;

const single = {
  departments: 'department',
  journeys: 'journey',
  outcomes: 'outcome',
  capabilities: 'capability',
  objectives: 'objective',
  kpis: 'kpi',
  members: 'member',
} as const;
const screenOf: Readonly<Record<string, string>> = {
  kpi: 'kpis',
  outcome: 'outcomes',
  objective: 'objectives',
  capability: 'capabilities',
};

/** The list, once it is known and not empty. */
export const Rests = ({ kind, id }: { kind: Kind; id: string }) => {
  const { m, f } = useWords();
  const answer = useAnswer('listRests', { params: { kind: single[kind], id } }, { fresh: true });
  const rests = answer.data;
  if (rests === undefined || rests.total === 0) return null;
  const words = m.setUpForm.rests;
  return (
    <Notice tone="care" title={f.say(words.title, { n: rests.total })}>
      <ul>
        {rests.items.slice(0, mostShown).map((rest) => {
          const screen = screenOf[rest.kind];
          return (
            <li key={`${rest.why} ${rest.kind} ${rest.id}`}>
              {screen === undefined ? (
                rest.name
              ) : (
                <Link to={`/set-up/${screen}/${rest.id}`}>{rest.name}</Link>
              )}
              : {words.why[rest.why]}
            </li>
          );
        })}
      </ul>
      {rests.total > mostShown && <p>{f.say(words.more, { n: rests.total - mostShown })}</p>}
    </Notice>
  );
};
