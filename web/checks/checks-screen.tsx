// The catalogue: every check with the question that it asks.
import { Paper } from '@mantine/core';
import { Link } from 'react-router';
import type { Level } from '../../shared/domain/finding-levels.ts';
import { useAnswer } from '../data/answers.ts';
import { Screen } from '../frame/screen.tsx';
import { Gate } from '../parts/gate.tsx';
import { LevelMark } from '../parts/marks.tsx';
import { useWords } from '../session/session.tsx';

/** All checks. */
export const ChecksScreen = () => {
  const { m, f } = useWords();
  const checks = useAnswer('listChecks', {});
  return (
    <Screen
      title={m.checks.title}
      kicker={`${m.checks.kicker} · ${m.checks.title}`}
      heading={
        checks.data === undefined ? m.checks.title : f.say(m.checks.heading, { n: checks.data.items.length })
      }
    >
      <p>{m.checks.explanation}</p>
      <Gate answer={checks}>
        {({ items }) => (
          <Paper component="section" className="panel" aria-label={m.checks.title}>
            <ul className="catalogue">
              {items
                .map((told) => f.check(told.id, told))
                .map(({ id, title, question, levels }) => (
                  <li key={id}>
                    <Link to={`/checks/${id}`}>{title}</Link>
                    <p>{question}</p>
                    <p className="level-row">
                      {levels.map((level) => (
                        <LevelMark key={level} level={level as Level} />
                      ))}
                    </p>
                  </li>
                ))}
            </ul>
          </Paper>
        )}
      </Gate>
    </Screen>
  );
};
