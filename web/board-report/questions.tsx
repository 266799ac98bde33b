// The seven questions that tell a real programme from a house of cards, each with its answer, why, and its evidence.
import { Link } from 'react-router';
import type { Quarter } from '../../shared/domain/quarter.ts';
import type { BoardReport } from '../../shared/report/board-report.ts';
import type { Answer, EvidenceRef, Question } from '../../shared/report/views/shape.ts';
import { readableData } from '../format/formats.ts';
import { Mark, type Tone } from '../parts/marks.tsx';
import { useWords } from '../session/session.tsx';

const look = {
  yes: ['well', 'check'],
  partly: ['care', 'wave'],
  no: ['fault', 'cross'],
  'cannot-tell': ['quiet', 'dashedRing'],
} as const satisfies Record<Answer, readonly [Tone, string]>;

const wayTo = ({ kind, id }: EvidenceRef, quarter: Quarter): string | undefined => {
  switch (kind) {
    case 'check':
      return `/findings?check=${id}`;
    case 'outcome':
      return `/report/${quarter}/outcomes/${id}`;
    case 'department':
      return `/report/${quarter}/departments/${id}`;
    default:
      return undefined;
  }
};

const Line = ({ question, quarter }: { question: Question; quarter: Quarter }) => {
  const { m, f } = useWords();
  const [tone, drawing] = look[question.answer];
  const why = f.sentences.questionReasons[question.question]?.[question.why] ?? question.why;
  const [way] = question.evidence.flatMap((ref) => wayTo(ref, quarter) ?? []);
  return (
    <li className="question">
      <Mark tone={tone} drawing={drawing}>
        {m.board.answer[question.answer]}
      </Mark>
      <div>
        <p>{f.sentences.questions[question.question]}</p>
        <p className="quiet">
          {f.say(why, readableData(question.data, f))}{' '}
          {way !== undefined && (
            <Link to={way} aria-label={`${m.board.evidence}: ${f.sentences.questions[question.question]}`}>
              {m.board.evidence}
            </Link>
          )}
        </p>
      </div>
    </li>
  );
};

/** The seven questions of a report; nothing where it was written before they were asked. */
export const Questions = ({ report }: { report: BoardReport }) => {
  const { m, f } = useWords();
  const questions = report.views?.questions ?? [];
  if (questions.length === 0) return null;
  const yes = questions.filter(({ answer }) => answer === 'yes').length;
  return (
    <section className="panel" aria-labelledby="questions">
      <h2 id="questions">{m.board.questions}</h2>
      <p className="chart-sentence">{f.say(m.board.questionsSentence, { yes, n: questions.length })}</p>
      <ol className="questions">
        {questions.map((question) => (
          <Line key={question.question} question={question} quarter={report.quarter} />
        ))}
      </ol>
    </section>
  );
};
