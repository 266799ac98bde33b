// The sentence that opens a journey: how many of its segments nobody clocks, and how many moments of truth nobody measures.
import type { JourneyReport } from '../../shared/report/journey-report.ts';
import type { Words } from '../session/session.tsx';

/** The headline of a journey's report. */
export const headingOf = ({ name, segments, touchpoints }: JourneyReport, { m, f }: Words): string => {
  const words = m.board.journey;
  const open = segments.filter(({ clockedBy }) => clockedBy.length === 0).length;
  const truths = touchpoints.filter(({ momentOfTruth }) => momentOfTruth);
  const unmeasured = truths.filter((one) => one.unmeasured !== undefined).length;
  const saidOfSegments =
    segments.length === 0
      ? words.headingNoSegment
      : open === 0
        ? f.say(words.headingCovered, { all: segments.length })
        : f.say(words.headingSegments, { n: open, all: segments.length });
  const saidOfMoments =
    truths.length === 0
      ? words.headingNoMoment
      : unmeasured === 0
        ? f.say(words.headingMeasured, { n: truths.length })
        : f.say(words.headingMoments, { n: unmeasured, all: truths.length });
  return f.say(words.heading, { name, segments: saidOfSegments, moments: saidOfMoments });
};
