// Whoever words a KPI learns at once what its words read as, where that is not what is declared; the board's check
// would say the same later. The reader comes as a chunk of its own.
import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { perspectives } from '../../shared/domain/kpi.ts';
import { type Draft, groupIn, textIn } from '../form/field.ts';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../session/session.tsx';

/** How sure the reader must be before it speaks up: below it, it is as often wrong as right to interrupt. */
const leastSure = 0.6;

const readAs = async (name: string, definition: string, kind: string, symbol: string) => {
  const { classify } = await import('../../shared/library/classify.ts');
  return classify({ name, definition, unit: { kind, symbol } });
};

/** Says what the wording of a KPI's form reads as, if it disagrees; `onChange` declares that instead. */
export const WordingHint = ({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) => {
  const { m, f } = useWords();
  const unit = groupIn(draft, 'unit') ?? {};
  const wording = [
    textIn(draft, 'name'),
    textIn(draft, 'definition'),
    textIn(unit, 'kind'),
    textIn(unit, 'symbol'),
  ] as const;
  const [settled] = useDebouncedValue(wording.join('\n'), 500);
  const answer = useQuery({
    queryKey: ['wording', settled],
    queryFn: () => readAs(...wording),
    enabled: wording[0].trim() !== '' && settled === wording.join('\n'),
  });
  const declared = perspectives.find((one) => one === textIn(draft, 'perspective'));
  const read = answer.data;
  if (read === undefined || declared === undefined || draft['perspectiveConfirmed'] === true) return null;
  const { perspective, confidence, reasons } = read;
  if (perspective === 'cannot-tell' || perspective === declared || confidence < leastSure) return null;
  const said = m.perspective[perspective];
  return (
    <Notice tone="care" title={f.say(m.wording.reads, { perspective: said })}>
      <p>{f.say(m.wording.declared, { declared: m.perspective[declared] })}</p>
      <ul lang="en">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <Button size="compact-sm" variant="default" onClick={() => onChange({ ...draft, perspective })}>
        {f.say(m.wording.take, { perspective: said })}
      </Button>
    </Notice>
  );
};
