// Is the last change news, or the usual variation? Opened where somebody asks: mean and natural limits of a KPI's eight
// quarters, signals as diamonds.
import { onPage } from '../../shared/charts/look.ts';
import type { TrendPoint } from '../../shared/charts/trend.tsx';
import { naturalLimits, Xmr } from '../../shared/charts/xmr.tsx';
import type { Unit } from '../../shared/domain/unit.ts';
import { useWords } from '../session/session.tsx';

/** How many readings it takes to judge a process. */
const enough = 8;

/** The process behaviour chart of a KPI, folded; nothing where it has too few readings. */
export const Variation = (props: { name: string; points: readonly TrendPoint[]; unit: Unit }) => {
  const { name, points, unit } = props;
  const { m, f } = useWords();
  const values = points.map(({ value }) => value);
  const limits = naturalLimits(values);
  if (limits === undefined || values.filter((value) => value !== undefined).length < enough) return null;
  const shown = (value: number): string => f.value(String(Number(value.toPrecision(4))), unit);
  const texts = { mean: shown(limits.mean), low: shown(limits.low), high: shown(limits.high) };
  const signals = limits.signals.map((i) => points[i]?.quarter ?? '').join(', ');
  const label =
    signals === ''
      ? f.say(m.board.chart.xmrStable, { name, ...texts })
      : f.say(m.board.chart.xmrUnstable, { name, ...texts, points: signals });
  return (
    <details className="variation">
      <summary>{m.board.outcome.xmr}</summary>
      <Xmr points={points} label={label} texts={texts} look={onPage} width={270} height={130} />
      <p className="quiet">{label}</p>
    </details>
  );
};
