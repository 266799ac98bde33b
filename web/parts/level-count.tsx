// How many findings of a level: the mark, and the number in words; none is quiet.
import type { Level } from '../../shared/domain/finding-levels.ts';
import { useWords } from '../session/session.tsx';
import { levelLook, Mark } from './marks.tsx';

/** A level's mark with its count, such as "2 errors". */
export const LevelCount = ({ level, count }: { level: Level; count: number }) => {
  const { m, f } = useWords();
  const [tone, drawing] = levelLook[level];
  return (
    <Mark tone={count === 0 ? 'quiet' : tone} drawing={drawing}>
      {f.say(m.levelCount[level], { n: count })}
    </Mark>
  );
};
