// What each reorganisation asks, and the call that it becomes: the same one shows what would change and makes it.
import type { Answer, Call, Request } from '../../shared/api/client.ts';
import type { OperationId } from '../../shared/api/operations.ts';
import { closeDate, dueDate } from '../../shared/domain/calendar.ts';
import { addDays } from '../../shared/domain/day.ts';
import { departmentFunctions } from '../../shared/domain/department.ts';
import { addQuarters, quartersUpTo } from '../../shared/domain/quarter-steps.ts';
import { useWholeList } from '../data/answers.ts';
import type { Stored } from '../form/draft.ts';
import { type Draft, type Field, type Option, textIn } from '../form/field.ts';
import { isQuarter } from '../format/formats.ts';
import { localDay, useSession } from '../session/session.tsx';
import type { Reorganisation, Subject } from './offers.ts';

/** What a reorganisation answers. */
export type Reorganised = Answer<'renameDepartment'>;
/** Looks (`apply` false), or makes it as it was shown under a basis. */
export interface How {
  readonly apply: boolean;
  readonly basis?: string;
}
export type Ask = (call: Call, how: How) => Promise<Reorganised>;

/** The questions, what is answered from the start, and the call that the answers become. */
export interface Questions {
  readonly fields: (draft: Draft) => readonly Field[];
  readonly start: Stored;
  readonly ask: (body: Stored) => Ask;
}

const kindOf = {
  departments: 'department',
  journeys: 'journey',
  outcomes: 'outcome',
  capabilities: 'capability',
  objectives: 'objective',
  kpis: 'kpi',
} as const;

interface Living {
  readonly id: string;
  readonly retiredFrom?: string | undefined;
}
const optionsBy =
  (compare: (a: string, b: string) => number) =>
  <T extends Living>(items: readonly T[] | undefined, label: (item: T) => string): Option[] =>
    (items ?? [])
      .filter(({ retiredFrom }) => retiredFrom === undefined)
      .map((item) => ({ value: item.id, label: label(item) }))
      .sort((a, b) => compare(a.label, b.label));

const asking =
  <O extends OperationId>(operation: O, params: object) =>
  (body: Stored): Ask =>
  (call, how) =>
    call(operation, { params, body: { ...body, ...how } } as unknown as Request<O>) as Promise<Reorganised>;

/** The questions of a reorganisation of something. */
export const useQuestions = (what: Reorganisation, subject: Subject): Questions => {
  const { m, f, me, headed } = useSession();
  const options = optionsBy(f.compare);
  const words = m.reorganise;
  const { kind, id } = subject;
  const departments = useWholeList('listDepartments').data;
  const kpis = useWholeList('listKpis', { enabled: what === 'split' }).data;
  const objectives = useWholeList('listObjectives', { enabled: what === 'split' }).data;
  const members = useWholeList('listMembers', { enabled: what === 'hand-over' }).data;
  const others = options(departments, ({ name }) => name).filter(
    ({ value }) => value !== (kind === 'departments' ? id : subject.department),
  );
  const own = <T extends Living & { readonly department: string }>(items: readonly T[] | undefined) =>
    items?.filter(({ department }) => department === id);
  const reason: Field = {
    kind: 'prose',
    name: 'reason',
    label: words.reason,
    help: words.reasonHelp,
    max: 500,
    required: what === 'extend',
  };
  const line = (name: string, label: string, max: number): Field => ({
    kind: 'line',
    name,
    label,
    max,
    required: true,
  });
  const newId: Field = { kind: 'line', name: 'id', label: words.id, max: 40, idFrom: 'name', required: true };
  const choice = (name: string, label: string, from: readonly Option[]): Field => ({
    kind: 'choice',
    name,
    label,
    options: from,
    required: true,
  });
  const asked = (fields: readonly Field[], ask: Questions['ask'], start: Stored = {}): Questions => ({
    fields: () => [...fields, reason],
    ask,
    start,
  });
  switch (what) {
    case 'rename':
      return asked([line('name', words.name, 120)], asking('renameDepartment', { id }), {
        name: subject.name,
      });
    case 'merge':
      return asked([choice('into', words.into, others)], asking('mergeDepartment', { id }));
    case 'split':
      return asked(
        [
          line('name', words.departmentName, 120),
          newId,
          choice(
            'function',
            words.function,
            departmentFunctions.map((one) => ({ value: one, label: m.departmentFunction[one] })),
          ),
          { kind: 'prose', name: 'charter', label: words.charter, max: 300 },
          { kind: 'many', name: 'kpis', label: words.kpis, options: options(own(kpis), ({ name }) => name) },
          {
            kind: 'many',
            name: 'objectives',
            label: words.objectives,
            options: options(own(objectives), ({ title }) => title),
          },
        ],
        asking('splitDepartment', { id }),
      );
    case 'move':
      return asked([choice('department', words.department, others)], asking('moveKpi', { id }));
    case 'copy':
      return asked(
        [
          choice(
            'department',
            words.department,
            options(departments, ({ name }) => name).filter(({ value }) => headed.includes(value)),
          ),
          line('name', words.kpiName, 160),
          newId,
        ],
        asking('copyKpi', { id }),
        { department: headed[0] ?? '', name: subject.name },
      );
    case 'hand-over':
      return asked(
        [
          choice(
            'to',
            words.to,
            (members ?? [])
              .filter((one) => one.status === 'active' && one.id !== id)
              .map((one) => ({ value: one.id, label: one.name })),
          ),
          { kind: 'switch', name: 'leaves', label: words.leaves },
        ],
        asking('handOver', { id }),
      );
    case 'retire': {
      const quarters = quartersUpTo(addQuarters(me.runningQuarter, 4), 9).reverse();
      return asked(
        [
          choice(
            'from',
            words.from,
            quarters.map((value) => ({ value, label: f.quarter(value) })),
          ),
        ],
        asking('retire', { kind: kindOf[kind as keyof typeof kindOf], id }),
        { from: me.runningQuarter },
      );
    }
    case 'extend': {
      const { calendar, organisation } = me;
      const open = [calendar.reportingQuarter, me.runningQuarter].filter(
        (one) => one > calendar.lastClosedQuarter,
      );
      const start = open[0] ?? me.runningQuarter;
      const today = localDay(me.now, organisation.timeZone);
      return {
        fields: (draft) => {
          const chosen = textIn(draft, 'quarter');
          const quarter = isQuarter(chosen) ? chosen : start;
          const due = dueDate(quarter, organisation);
          const help = f.say(words.dueDateHelp, {
            from: f.day(due >= today ? addDays(due, 1) : today),
            to: f.day(closeDate(quarter, organisation)),
          });
          return [
            choice(
              'quarter',
              words.quarter,
              open.map((value) => ({ value, label: f.quarter(value) })),
            ),
            { kind: 'day', name: 'dueDate', label: words.dueDate, help, required: true },
            reason,
          ];
        },
        start: { quarter: start },
        ask: ({ quarter, ...body }) => asking('extendDueDate', { id, quarter })(body),
      };
    }
  }
};
