// What became of findings since the board last met: what is new, what came back, what was resolved, what people decided.
import { Paper } from '@mantine/core';
import { Link } from 'react-router';
import type { Quarter } from '../../shared/domain/quarter.ts';
import type { SinceView } from '../../shared/report/since.ts';
import { useAnswer } from '../data/answers.ts';
import { useNames } from '../data/names.ts';
import { findingText } from '../parts/finding-text.ts';
import { useWords } from '../session/session.tsx';

/** How many findings of a kind stand here; the register has them all. */
const shown = 4;

const Told = ({ title, lines, n }: { title: string; lines: SinceView['new']; n: number }) => {
  const { m, f } = useWords();
  if (n === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {lines.slice(0, shown).map((line) => (
          <li key={line.fingerprint}>
            <Link to={`/findings/${line.fingerprint}`}>{findingText(line, f)}</Link>
          </li>
        ))}
      </ul>
      {n > shown && <p className="quiet">{f.say(m.board.since.more, { n: n - shown })}</p>}
    </div>
  );
};

/** The section; nothing where the service has nothing to tell. */
export const Since = ({ quarter }: { quarter: Quarter }) => {
  const { m, f } = useWords();
  const names = useNames();
  const { data } = useAnswer('getSince', { params: { quarter } });
  if (data === undefined) return null;
  const { counts, last, decided } = data;
  const words = m.board.since;
  const isSealed = last.sealedAt !== undefined;
  const title = isSealed ? words.title : words.titleUnsealed;
  return (
    <Paper component="section" className="panel" aria-labelledby="since">
      <h2 id="since">{f.say(title, { quarter: f.quarter(last.quarter) })}</h2>
      <p>{f.say(words.sentence, { ...counts })}</p>
      {!isSealed && <p className="quiet">{words.unsealed}</p>}
      <div className="since">
        <Told title={words.new} lines={data.new} n={counts.new} />
        <Told title={words.reopened} lines={data.reopened} n={counts.reopened} />
        <Told title={words.resolved} lines={data.resolved} n={counts.resolved} />
        {decided.length > 0 && (
          <div>
            <h3>{words.decided}</h3>
            <ul>
              {decided.slice(0, shown).map((one) => (
                <li key={`${one.kind} ${one.id} ${one.at}`}>
                  {words.kinds[one.kind]}:{' '}
                  <Link to={one.kind.startsWith('action') ? '/actions' : `/findings/${one.id}`}>
                    {one.text}
                  </Link>
                  <p className="quiet">
                    {names.member(one.by)}, {f.instant(one.at)}
                    {one.note !== undefined && ` · ${one.note}`}
                  </p>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Paper>
  );
};
