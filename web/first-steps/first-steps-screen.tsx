// A new organisation on its way to the first report: five steps, each with what is there already and where to go on.
import { Button, Timeline } from '@mantine/core';
import { Link } from 'react-router';
import { useAnswer, useWholeList } from '../data/answers.ts';
import { Screen } from '../frame/screen.tsx';
import { Mark } from '../parts/marks.tsx';
import { useSession } from '../session/session.tsx';

const stepNames = ['departments', 'members', 'outcomes', 'kpis', 'submit'] as const;
type Step = (typeof stepNames)[number];

/** How much of each step is there; undefined while it is not known. */
const useCounts = (): Readonly<Record<Step, number | undefined>> => ({
  departments: useWholeList('listDepartments').data?.length,
  members: useWholeList('listMembers').data?.filter(({ heads }) => heads.length > 0).length,
  outcomes: useWholeList('listOutcomes').data?.length,
  kpis: useWholeList('listKpis').data?.length,
  submit: useAnswer('listReports', {}).data?.items.length,
});

/** The guide. */
export const FirstStepsScreen = () => {
  const { m, f, me } = useSession();
  const words = m.firstSteps;
  const counts = useCounts();
  const quarter = me.calendar.reportingQuarter;
  const to: Readonly<Record<Step, string>> = {
    departments: '/set-up/departments/new',
    members: '/set-up/members',
    outcomes: '/set-up/outcomes/new',
    kpis: '/set-up/kpis',
    submit: `/report/${quarter}`,
  };
  const isDone = (step: Step): boolean => (counts[step] ?? 0) > 0;
  const left = stepNames.filter((step) => !isDone(step));
  const next = left[0];
  const heading = (): string => {
    if (left.length === stepNames.length) return words.headings.start;
    return left.length === 0 ? words.headings.done : f.say(words.headings.going, { n: left.length });
  };
  return (
    <Screen title={words.title} kicker={words.title} heading={heading()}>
      <p>
        {words.why} <Link to="/import">{words.import}</Link>
      </p>
      <section className="panel" aria-label={words.title}>
        <Timeline active={stepNames.length - left.length - 1} bulletSize={28} lineWidth={2}>
          {stepNames.map((step, i) => {
            const count = counts[step] ?? 0;
            return (
              <Timeline.Item
                key={step}
                bullet={<span aria-hidden="true">{isDone(step) ? '✓' : i + 1}</span>}
                title={f.say(words.steps[step].title, { quarter: f.quarter(quarter) })}
              >
                <p>{words.steps[step].what}</p>
                {isDone(step) ? (
                  <p>
                    <Mark tone="well" drawing="check">
                      {f.say(words.steps[step].have, { n: count })}
                    </Mark>{' '}
                    <Link to={to[step]}>{words.go[step]}</Link>
                  </p>
                ) : (
                  <Button
                    component={Link}
                    to={to[step]}
                    mt="xs"
                    size="compact-md"
                    variant={step === next ? 'filled' : 'default'}
                  >
                    {words.go[step]}
                  </Button>
                )}
              </Timeline.Item>
            );
          })}
        </Timeline>
      </section>
    </Screen>
  );
};
