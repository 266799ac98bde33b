// Figures as a healthy process gives them: around a level that keeps its target with the room its own variation needs.
import { quartersUpTo } from '../shared/domain/quarter-steps.ts';

/** The quarters that a healthy company has read, oldest first. */
export const readQuarters = quartersUpTo('2026-Q2', 12);

type Random = () => number;

/** The normal deviate of two uniform ones (Box-Muller). */
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** How a series behaves: usual variation, seasons and improvement a quarter, each as a share of its level. */
interface Behaviour {
  readonly variation: number;
  readonly season: number;
  readonly gain: number;
}

/** How one KPI behaves. */
export const behaviourOf = (random: Random): Behaviour => ({
  variation: 0.01 + random() * 0.03,
  season: random() < 0.2 ? 0.02 + random() * 0.03 : 0,
  gain: random() < 0.4 ? random() * 0.005 : 0,
});

/**
 * Readings around a level that reaches its target with the room that its own variation needs, and now and then none:
 * one in a hundred is not measured, with a reason.
 */
export const readingsOf = (
  random: Random,
  { variation, season, gain }: Behaviour,
  kpi: { readonly direction: 'higher' | 'lower'; readonly target: number; readonly isScore: boolean },
) => {
  const sign = kpi.direction === 'higher' ? 1 : -1;
  const room = variation * 2 + season + gain * readQuarters.length;
  return Object.fromEntries(
    readQuarters.map((quarter, i) => {
      const seasonal = season * Math.sin((Math.PI / 2) * i);
      const moved = room - gain * (readQuarters.length - 1 - i) + seasonal + variation * normal(random);
      const reasons = kpi.isScore ? { reasons: [{ theme: 'waiting', count: 12 }] } : {};
      return random() < 0.01
        ? [quarter, { notMeasured: 'The meter was being replaced.' }]
        : [quarter, { actual: (kpi.target * (1 + sign * moved)).toFixed(3), exceptions: i % 2, ...reasons }];
    }),
  );
};
