// A new organisation on its way to the first report: a spreadsheet first, then each step with what is there already
// and where to go on.
import { Button, Timeline } from '@mantine/core';
import { Link } from 'react-router';
import { useAnswer, useWholeList } from '../data/answers.ts';
import { Screen } from '../frame/screen.tsx';
import { Mark } from '../parts/marks.tsx';
import { useSession } from '../session/session.tsx';

/** The steps in the order of the page; the last one is asked for only after the first report. */
const stepNames = ['departments', 'outcomes', 'kpis', 'link', 'submit', 'members'] as const;
type Step = (typeof stepNames)[number];
const needed = stepNames.filter((step) => step !== 'members');

/** How much of each step is there, and how many internal KPIs are not linked; undefined while it is not known. */
const useCounts = (): Readonly<Record<Step | 'unlinked', number | undefined>> => {
  const kpis = useWholeList('listKpis').data;
  const internal = kpis?.filter(({ perspective }) => perspective === 'internal-efficiency');
  const linked = internal?.filter(({ counterparts }) => counterparts.length > 0).length;
  return {
    departments: useWholeList('listDepartments').data?.length,
    members: useWholeList('listMembers').data?.filter(({ heads }) => heads.length > 0).length,
    outcomes: useWholeList('listOutcomes').data?.length,
    kpis: kpis?.length,
    link: linked,
    unlinked: internal === undefined || linked === undefined ? undefined : internal.length - linked,
    submit: useAnswer('listReports', {}).data?.items.length,
  };
};

/** The guide for who sets up; everybody else learns what he or she waits for. */
export const FirstStepsScreen = () => {
  const { m, me } = useSession();
  const words = m.firstSteps;
  if (me.member.roles.includes('analyst')) return <Guide />;
  return (
    <Screen title={words.title} kicker={words.title} heading={words.noDepartment}>
      <p>{words.noDepartmentHelp}</p>
    </Screen>
  );
};

const Guide = () => {
  const { m, f, me } = useSession();
  const words = m.firstSteps;
  const counts = useCounts();
  const quarter = me.calendar.reportingQuarter;
  const isDone = (step: Step): boolean =>
    (counts[step] ?? 0) > 0 || (step === 'link' && (counts.kpis ?? 0) > 0 && counts.unlinked === 0);
  const to: Readonly<Record<Step, string>> = {
    departments: '/set-up/departments/new',
    members: '/set-up/members',
    outcomes: '/set-up/outcomes/new',
    kpis: isDone('kpis') ? '/set-up/kpis' : '/import',
    link: isDone('submit') ? `/findings?check=missing-counterpart` : '/import',
    submit: isDone('submit') ? `/report/${quarter}` : '/import',
  };
  const goWords: Readonly<Record<Step, string>> = {
    ...words.go,
    kpis: isDone('kpis') ? words.go.seeKpis : words.go.kpis,
    link: isDone('submit') ? words.go.link : words.go.linkByImport,
    submit: isDone('submit') ? words.go.submit : words.go.figures,
  };
  const left = needed.filter((step) => !isDone(step));
  const next = left[0] ?? (isDone('members') ? undefined : 'members');
  const isNew = left.length === needed.length;
  const heading = (): string => {
    if (isNew) return words.headings.start;
    return left.length === 0 ? words.headings.done : f.say(words.headings.going, { n: left.length });
  };
  const active = stepNames.findIndex((step) => !isDone(step));
  return (
    <Screen title={words.title} kicker={words.title} heading={heading()}>
      <section className="panel" aria-label={words.importTitle}>
        <h2>{words.importTitle}</h2>
        <p>{words.why}</p>
        <div>
          <Button component={Link} to="/import" variant={isNew ? 'filled' : 'default'}>
            {words.import}
          </Button>
        </div>
      </section>
      <section className="panel" aria-label={words.byHand}>
        <h2>{words.byHand}</h2>
        <Timeline active={(active === -1 ? stepNames.length : active) - 1} bulletSize={28} lineWidth={2}>
          {stepNames.map((step, i) => {
            const count = counts[step] ?? 0;
            return (
              <Timeline.Item
                key={step}
                bullet={<span aria-hidden="true">{isDone(step) ? '✓' : i + 1}</span>}
                title={f.say(words.steps[step].title, { quarter: f.quarter(quarter) })}
              >
                {step === 'members' && <p className="quiet">{words.after}</p>}
                <p>{words.steps[step].what}</p>
                {isDone(step) ? (
                  <p>
                    <Mark tone="well" drawing="check">
                      {f.say(words.steps[step].have, { n: count })}
                    </Mark>
                    {step === 'link' && (counts.unlinked ?? 0) > 0 && (
                      <> · {f.say(words.steps.link.left, { n: counts.unlinked ?? 0 })}</>
                    )}{' '}
                    <Link to={to[step]}>{goWords[step]}</Link>
                  </p>
                ) : (
                  <Button
                    component={Link}
                    to={to[step]}
                    mt="xs"
                    size="compact-md"
                    variant={!isNew && step === next ? 'filled' : 'default'}
                  >
                    {goWords[step]}
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
