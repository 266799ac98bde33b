// Close to the customer, clear, and something the company can do: three marks, each with its reason.
import { Paper } from '@mantine/core';
import type { Mark as MarkData, Marks } from '../../shared/report/views/shape.ts';
import { readableData } from '../format/formats.ts';
import { Mark, type Tone } from '../parts/marks.tsx';
import { useWords } from '../session/session.tsx';

const look = {
  yes: ['well', 'check'],
  no: ['fault', 'cross'],
  'cannot-tell': ['quiet', 'dashedRing'],
} as const satisfies Record<MarkData['holds'], readonly [Tone, string]>;

const One = ({ name, mark }: { name: string; mark: MarkData }) => {
  const { m, f } = useWords();
  const [tone, drawing] = look[mark.holds];
  return (
    <Paper component="li" className="panel three-mark">
      <h2>{name}</h2>
      <Mark tone={tone} drawing={drawing}>
        {m.board.outcome.holds[mark.holds]}
      </Mark>
      <p className="quiet">{f.say(f.sentences.marks[mark.why] ?? mark.why, readableData(mark.data, f))}</p>
    </Paper>
  );
};

/** The three marks of an outcome. */
export const ThreeMarks = ({ marks }: { marks: Marks }) => {
  const { m } = useWords();
  return (
    <ul className="three-marks" aria-label={m.board.outcome.marks}>
      {(['close', 'clear', 'can'] as const).map((name) => (
        <One key={name} name={m.board.outcome.mark[name]} mark={marks[name]} />
      ))}
    </ul>
  );
};
