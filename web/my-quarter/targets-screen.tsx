// The targets of a department for a quarter, set in one step: every KPI with its last reading and the target so far
// beside the next one; looked at once, confirmed once.
import { Button, Group, Paper } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { QuarterSheet } from '../../shared/api/schemas/quarter.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { useAnswer } from '../data/answers.ts';
import { Screen } from '../frame/screen.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorState } from '../parts/error-state.tsx';
import { Gate } from '../parts/gate.tsx';
import { Notice } from '../parts/notice.tsx';
import { ScrollTable } from '../parts/scroll-table.tsx';
import type { Ask } from '../reorganise/questions.ts';
import '../reorganise/reorganise.css';
import { Done } from '../reorganise/reorganised.tsx';
import { useSteps } from '../reorganise/use-steps.ts';
import { useSession, useWords } from '../session/session.tsx';
import './my-quarter.css';
import { NewTargets, TargetLine } from './target-line.tsx';
import { readTargets, type TypedTarget, type TypedTargets, typedTargets } from './typed-targets.ts';

const Targets = ({ sheet, writable }: { sheet: QuarterSheet; writable: boolean }) => {
  const { m, f } = useWords();
  const { rows, quarter, department } = sheet;
  const [typed, setTyped] = useState<TypedTargets>(() => typedTargets(rows, f.locale));
  const { step, busy, error, overtaken, look, make, back } = useSteps();
  const { targets, faults } = readTargets(typed, rows, f.locale);
  const said = f.quarter(quarter);
  const change = (kpi: string, to: TypedTarget): void => {
    if (step.kind === 'done') back();
    setTyped((now) => ({ ...now, [kpi]: to }));
  };
  const ask: Ask = (call, how) =>
    call('setTargets', { params: { id: department.id, quarter }, body: { ...how, targets: [...targets] } });
  const head = [
    m.report.kpi,
    m.targets.last,
    m.targets.stands,
    f.say(m.targets.next, { quarter: said }),
    m.targets.reason,
  ];
  const state =
    targets.length === 0 && faults.size === 0
      ? m.targets.nothing
      : f.say(m.targets.changed, { n: targets.length + faults.size });
  return (
    <>
      <ScrollTable caption={f.say(m.targets.next, { quarter: said })} head={head}>
        {rows.map((row) => (
          <TargetLine
            key={row.kpi.id}
            row={row}
            typed={typed[row.kpi.id] ?? { texts: [''], reason: '' }}
            fault={faults.get(row.kpi.id)}
            readOnly={!writable || busy || step.kind === 'shown'}
            onChange={(to) => change(row.kpi.id, to)}
          />
        ))}
      </ScrollTable>
      {writable && (
        <Paper component="section" className="panel reorganise" aria-label={m.targets.preview}>
          {overtaken && (
            <Notice now tone="care">
              <p>{m.reorganise.stale}</p>
            </Notice>
          )}
          {step.kind === 'asking' && <p role="status">{state}</p>}
          {step.kind === 'shown' && <NewTargets targets={targets} rows={rows} />}
          {step.kind === 'done' && <Done answer={step.answer} />}
          {error !== undefined && <ErrorState error={error} />}
          <Group>
            {step.kind === 'shown' ? (
              <>
                <Button disabled={busy || step.answer.total === 0} onClick={() => void make()}>
                  {busy ? m.reorganise.writing : f.say(m.targets.confirm, { n: step.answer.total })}
                </Button>
                <Button variant="default" disabled={busy} onClick={back}>
                  {m.reorganise.back}
                </Button>
              </>
            ) : (
              <Button
                disabled={busy || targets.length === 0 || faults.size > 0}
                onClick={() => void look(ask)}
              >
                {busy ? m.reorganise.previewing : m.targets.preview}
              </Button>
            )}
          </Group>
        </Paper>
      )}
    </>
  );
};

/** The targets of the department and quarter in the address; only those of a quarter that has not ended can be set. */
export const TargetsScreen = () => {
  const { m, f, me, headed } = useSession();
  const { id = '', quarter } = useParams() as { id?: string; quarter: Quarter };
  const answer = useAnswer('getQuarterSheet', { params: { id, quarter } }, { fresh: true });
  const ended = quarter < me.runningQuarter;
  return (
    <Gate answer={answer}>
      {(sheet) => {
        const said = { quarter: f.quarter(quarter) };
        const n = sheet.rows.filter(({ target }) => target !== undefined).length;
        const title = f.say(m.targets.open, said);
        return (
          <Screen
            title={`${sheet.department.name}: ${title}`}
            kicker={`${m.targets.kicker} · ${sheet.department.name}`}
            heading={
              n === 0
                ? f.say(m.targets.headingNone, said)
                : f.say(m.targets.heading, { ...said, n, all: sheet.rows.length })
            }
            aside={
              <p className="aside-links">
                <Link to={`/departments/${id}/quarters/${quarter}`}>{m.targets.back}</Link>
              </p>
            }
          >
            <p>{ended ? m.targets.ended : m.targets.why}</p>
            {sheet.rows.length === 0 ? (
              <EmptyState title={m.quarter.noKpisTitle}>
                <p>{m.quarter.noKpis}</p>
                <Link to="/set-up/kpis">{m.nav.kpis}</Link>
              </EmptyState>
            ) : (
              <Targets key={`${id}|${quarter}`} sheet={sheet} writable={!ended && headed.includes(id)} />
            )}
          </Screen>
        );
      }}
    </Gate>
  );
};
