// The operations of the fake service that the page calls, each a few lines over the fake state.
import type * as z from 'zod';
import type { Answer } from '../../shared/api/client.ts';
import type { Contract, OperationId } from '../../shared/api/operations.ts';
import { commentBody, type submissionBody } from '../../shared/api/schemas/quarter.ts';
import { catalogue, checkOf } from '../../shared/checks/catalogue.ts';
import { messageOf, remedyOf } from '../../shared/checks/message.ts';
import { rulesVersion } from '../../shared/checks/rules-version.ts';
import { activeIn } from '../../shared/domain/active.ts';
import { closeDate, dueDate, quarterGate, runningQuarter } from '../../shared/domain/calendar.ts';
import { contentHash } from '../../shared/domain/canonical.ts';
import { type Kpi, kpiSchema } from '../../shared/domain/kpi.ts';
import { targetIn } from '../../shared/domain/kpi-in-quarter.ts';
import type { Member } from '../../shared/domain/member.ts';
import { writesFor } from '../../shared/domain/member-writes.ts';
import { Refusal } from '../../shared/domain/problem.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { addQuarters, quartersUpTo } from '../../shared/domain/quarter-steps.ts';
import { receiptOf } from '../../shared/domain/receipt.ts';
import { judgeActual } from '../../shared/domain/status.ts';
import type { Reading, Submission } from '../../shared/domain/submission.ts';
import { decided } from '../../shared/domain/submission-decision.ts';
import { reorganiseOperations } from './fake-reorganise.ts';
import type { FakeState, Kind } from './fake-state.ts';

/** A parsed request: who asks, for what, having seen which version. */
export interface Asked<B = unknown> {
  readonly who: Member;
  readonly params: { readonly id: string; readonly quarter: Quarter; readonly fingerprint: string };
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly body: B;
  readonly seen: number | undefined;
}
type BodyOf<O extends OperationId> = Contract[O] extends { body: infer B } ? B : undefined;
export type Operations = {
  readonly [O in OperationId]?: (state: FakeState, asked: Asked<BodyOf<O>>) => Answer<O>;
};

const expectSeen = (seen: number | undefined, present: number): void => {
  if (seen !== present)
    throw new Refusal('stale-version', 'This is not the present version any more.', [
      { path: 'If-Match', found: String(seen), expected: `"${present}"` },
    ]);
};

const paged = <T>(
  items: readonly T[],
  { cursor, limit }: Asked['query'],
): { items: T[]; cursor?: string } => {
  const from = Number(cursor ?? 0);
  const to = from + Math.min(Number(limit ?? 50), 50);
  return { items: items.slice(from, to), ...(to < items.length ? { cursor: String(to) } : {}) };
};
const listing =
  (kind: Kind) =>
  (state: FakeState, { query }: Asked) =>
    paged(state.list(kind), query) as never;

const statusesOf = (state: FakeState, department: string, quarter: Quarter, readings: readonly Reading[]) =>
  rowsOf(state, department, quarter).map((kpi) => ({
    kpi: kpi.id,
    status: judgeActual(
      readings.find((reading) => reading.kpi === kpi.id)?.actual,
      targetIn(kpi, quarter)?.value,
      kpi,
      state.organisation.policy,
    ),
  }));

const rowsOf = (state: FakeState, department: string, quarter: Quarter) =>
  state.list('kpis').filter((kpi) => kpi.department === department && activeIn(kpi, quarter));

const sheetOf = (state: FakeState, { who, params: { id, quarter } }: Asked): Answer<'getQuarterSheet'> => {
  const { name, charter } = state.find('departments', id);
  const submission = state.newest(id, quarter);
  const readings = submission?.readings ?? [];
  const statuses = new Map(statusesOf(state, id, quarter, readings).map(({ kpi, status }) => [kpi, status]));
  const draft = state.drafts.get(`${id}|${quarter}`);
  return {
    department: { id, name, ...(charter === undefined ? {} : { charter }) },
    quarter,
    gate: quarterGate(quarter, state.now, state.organisation),
    dueDate: dueDate(quarter, state.organisation),
    closeDate: closeDate(quarter, state.organisation),
    writable: writesFor(who, id, state.now.slice(0, 10)),
    version: submission?.version ?? 0,
    ...(submission === undefined ? {} : { submission }),
    ...(draft === undefined ? {} : { draft }),
    rows: rowsOf(state, id, quarter).map((kpi) => {
      const previous = quartersUpTo(addQuarters(quarter, -1), 8)
        .reverse()
        .flatMap(
          (one) =>
            state
              .newest(id, one)
              ?.readings.filter((reading) => reading.kpi === kpi.id)
              .map((reading) => ({ quarter: one, reading })) ?? [],
        )[0];
      const target = targetIn(kpi, quarter)?.value;
      const reading = readings.find((one) => one.kpi === kpi.id);
      return {
        kpi,
        ...(target === undefined ? {} : { target }),
        ...(previous === undefined ? {} : { previous }),
        ...(reading === undefined ? {} : { reading }),
        status: statuses.get(kpi.id) ?? 'no-reading',
      };
    }),
  };
};

type SubmissionBody = z.output<typeof submissionBody>;

const versionFrom = (
  state: FakeState,
  { who, params: { id, quarter }, body }: Asked<SubmissionBody>,
): Submission => ({
  department: id,
  quarter,
  version: (state.newest(id, quarter)?.version ?? 0) + 1,
  state: 'submitted',
  readings: [...body.readings],
  ...(body.note === undefined ? {} : { note: body.note }),
  history: false,
  submittedAt: state.now,
  submittedBy: who.id,
});

const receiptFor = (submission: Submission): Answer<'submitQuarter'> => {
  const { submittedAt, submittedBy, decidedAt, decidedBy } = submission;
  return receiptOf(submission, decidedAt ?? submittedAt, decidedBy ?? submittedBy);
};

const commentIn = (body: unknown): string | undefined => commentBody.safeParse(body).data?.comment;

const decide =
  (decision: 'accepted' | 'returned') =>
  (
    state: FakeState,
    { who, params: { id, quarter }, body, seen }: Asked<unknown>,
  ): Answer<'acceptSubmission'> => {
    const newest = state.newest(id, quarter);
    if (newest === undefined) throw new Refusal('not-found', 'Nothing has been submitted.');
    expectSeen(seen, newest.version);
    const after = decided(newest, { state: decision, by: who.id, at: state.now, comment: commentIn(body) });
    state.submissions[state.submissions.indexOf(newest)] = after;
    state.note(
      who.id,
      `submission.${decision === 'accepted' ? 'accept' : 'return'}`,
      'submission',
      `${id}/${quarter}`,
      newest.version,
    );
    return receiptFor(after);
  };

const findingOf = (state: FakeState, fingerprint: string): Answer<'getFinding'> => {
  const found = state.conditions().find((one) => one.fingerprint === fingerprint);
  const line = state
    .judge(state.calendar.reportingQuarter)
    .reports.board.decisions.find((one) => one.fingerprint === fingerprint);
  const meta = checkOf(found?.condition.check ?? '')?.meta;
  if (found === undefined || line === undefined || meta === undefined)
    throw new Refusal('not-found', 'There is no such finding.');
  const { condition } = found;
  const { events, firstSeen, version } = state.lifeOf(fingerprint, condition);
  return {
    ...line,
    text: messageOf(condition),
    title: meta.title,
    question: meta.question,
    why: meta.why,
    remedy: meta.remedy,
    thresholds: Object.fromEntries(
      (meta.thresholds ?? []).map((name) => [
        name,
        Number(state.organisation.policy[name as 'liveQuarters']),
      ]),
    ),
    quarter: condition.quarter,
    rulesVersion,
    evidence: condition.evidence,
    related: condition.related,
    firstSeen,
    version,
    events: events.map((event) => ({ ...event })),
  };
};

const previewOf = (state: FakeState, asked: Asked<SubmissionBody>): Answer<'previewSubmission'> => {
  const { id, quarter } = asked.params;
  const now = new Map(state.conditions().map((one) => [one.fingerprint, one.condition]));
  const then = state.conditions([...state.submissions, versionFrom(state, asked)]);
  const touched = new Set(rowsOf(state, id, quarter).map((kpi) => kpi.id));
  const concerns = (ids: readonly string[]): boolean => ids.some((one) => one === id || touched.has(one));
  const { departments } = state.judge(quarter).reports;
  return {
    quarter,
    findings: then
      .filter(({ condition }) => concerns(condition.subject.ids))
      .map(({ fingerprint, condition }) => ({
        fingerprint,
        check: condition.check,
        level: condition.level,
        subject: condition.subject,
        department: id,
        message: condition.message,
        data: condition.data,
        reasons: condition.reasons,
        state: state.lifeOf(fingerprint, condition).state,
        since: state.lifeOf(fingerprint, condition).since,
        text: messageOf(condition),
        remedy: remedyOf(condition.check),
        change: now.has(fingerprint) ? ('stays' as const) : ('new' as const),
      })),
    cleared: [...now]
      .filter(
        ([fingerprint, { subject }]) =>
          departments.has(id) &&
          concerns(subject.ids) &&
          then.every((one) => one.fingerprint !== fingerprint),
      )
      .map(([fingerprint, condition]) => ({
        fingerprint,
        check: condition.check,
        message: condition.message,
        data: condition.data,
        text: messageOf(condition),
      })),
    statuses: statusesOf(state, id, quarter, asked.body.readings),
  };
};

const checkViews = (): Answer<'listChecks'>['items'] =>
  catalogue.map(({ meta }) => ({
    id: meta.id,
    title: meta.title,
    subject: meta.pair?.kind ?? meta.anchor,
    levels: [...meta.levels],
    question: meta.question,
    why: meta.why,
    remedy: meta.remedy,
    thresholds: [...(meta.thresholds ?? [])],
    onByDefault: meta.onByDefault ?? true,
  }));

const found = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Refusal('not-found', 'There is no such thing.');
  return value;
};

/** What each operation does. */
export const operations: Operations = {
  ...reorganiseOperations,
  getMe: (state, { who }) => ({
    member: who,
    organisation: state.organisation,
    calendar: state.calendar,
    now: state.now,
    runningQuarter: runningQuarter(state.now, state.organisation),
  }),
  listChecks: () => ({ items: checkViews() }),
  getCheck: (_state, { params }) => found(checkViews().find((check) => check.id === params.id)),
  listDepartments: listing('departments'),
  listOutcomes: listing('outcomes'),
  listObjectives: listing('objectives'),
  listKpis: listing('kpis'),
  listMembers: listing('members'),
  getKpi: (state, { params }) => state.find('kpis', params.id),
  putKpi: (state, { who, params, body, seen }) => {
    const { version, updatedAt, updatedBy, ...kpi } = state.find('kpis', params.id);
    expectSeen(seen, version);
    state.put('kpis', kpiSchema.parse({ ...kpi, ...body }), who.id);
    return state.find('kpis', params.id);
  },
  putTarget: (state, { who, params: { id, quarter }, body, seen }) => {
    const { version, updatedAt, updatedBy, ...kpi } = state.find('kpis', id);
    expectSeen(seen, version);
    const target: Kpi['targets'][number] = { from: quarter, ...body, setAt: state.now, by: who.id };
    state.put(
      'kpis',
      { ...kpi, targets: [...kpi.targets.filter(({ from }) => from !== quarter), target] },
      who.id,
    );
    return state.find('kpis', id);
  },
  getQuarterSheet: sheetOf,
  putDraft: (state, { params: { id, quarter }, body }) => {
    const savedAt = new Date(Date.parse(state.now) + state.drafts.size + 1000).toISOString();
    state.drafts.set(`${id}|${quarter}`, {
      ...body,
      savedAt,
      basedOn: state.newest(id, quarter)?.version ?? 0,
    });
    return { savedAt };
  },
  previewSubmission: previewOf,
  submitQuarter: (state, asked) => {
    const { id, quarter } = asked.params;
    expectSeen(asked.seen, state.newest(id, quarter)?.version ?? 0);
    const submission = versionFrom(state, asked);
    state.submissions.push(submission);
    state.drafts.delete(`${id}|${quarter}`);
    state.note(asked.who.id, 'submission.submit', 'submission', `${id}/${quarter}`, submission.version);
    return receiptFor(submission);
  },
  acceptSubmission: decide('accepted'),
  returnSubmission: decide('returned'),
  listFindings: (state, { query }) => {
    const { board } = state.judge(state.calendar.reportingQuarter).reports;
    const fits = board.decisions.filter(
      (line) =>
        (query['level'] ?? line.level) === line.level &&
        (query['check'] ?? line.check) === line.check &&
        (query['department'] ?? line.department) === line.department &&
        (query['state'] ?? line.state) === line.state,
    );
    return paged(
      fits.map((line) => ({ ...line, text: messageOf(line), version: 1 })),
      { ...query, limit: '5' },
    );
  },
  getFinding: (state, { who: { roles }, params }) => {
    const decideAction = roles.includes('executive');
    const answer = decideAction || roles.includes('department-head');
    return { ...findingOf(state, params.fingerprint), may: { answer, decideWaiver: false, decideAction } };
  },
  acknowledgeFinding: (state, { who, params: { fingerprint }, body, seen }) => {
    const { condition } = found(state.conditions().find((one) => one.fingerprint === fingerprint));
    const life = state.lifeOf(fingerprint, condition);
    expectSeen(seen, life.version);
    const event = { at: state.now, quarter: condition.quarter, event: 'acknowledged', by: who.id, ...body };
    state.lives.set(fingerprint, {
      ...life,
      state: 'acknowledged',
      version: life.version + 1,
      events: [...life.events, event],
    });
    state.note(who.id, 'finding.acknowledge', 'finding', fingerprint, life.version + 1);
    return findingOf(state, fingerprint);
  },
  listReports: (state) => ({
    items: quartersUpTo(state.calendar.reportingQuarter, 4)
      .reverse()
      .map((quarter) => ({ quarter, asOf: state.now })),
  }),
  getBoardReport: (state, { params: { quarter } }) => {
    if (quarter > state.calendar.reportingQuarter)
      throw new Refusal('not-found', 'There is no report of this quarter.');
    return state.judge(quarter).reports.board;
  },
  listCommentary: () => ({ items: [] }),
  getSince: (_state, { params: { quarter } }) => ({
    quarter,
    last: { quarter: quartersUpTo(quarter, 2)[0] ?? quarter },
    counts: { new: 0, resolved: 0, reopened: 0, decided: 0 },
    new: [],
    resolved: [],
    reopened: [],
    decided: [],
  }),
  getDepartmentReport: (state, { params: { id, quarter } }) => {
    if (quarter > state.calendar.reportingQuarter)
      throw new Refusal('not-found', 'There is no report of this quarter.');
    return found(state.judge(quarter).reports.departments.get(id));
  },
  getJourney: (state, { params: { id } }) => state.find('journeys', id),
  getOutcomeReport: (state, { params: { id, quarter } }) => {
    if (quarter > state.calendar.reportingQuarter)
      throw new Refusal('not-found', 'There is no report of this quarter.');
    return found(state.judge(quarter).reports.outcomes.get(id));
  },
  getJourneyReport: (state, { params: { id, quarter } }) => {
    if (quarter > state.calendar.reportingQuarter)
      throw new Refusal('not-found', 'There is no report of this quarter.');
    return found(state.judge(quarter).reports.journeys.get(id));
  },
  listAudit: (state, { query }) =>
    paged(
      state.audit
        .filter(
          (entry) => (query['kind'] ?? entry.kind) === entry.kind && (query['id'] ?? entry.id) === entry.id,
        )
        .map(({ at, by, action, kind, id, version }, i) => ({
          id: `${at}.${i}`,
          at,
          by,
          action,
          entity: { kind, id },
          version,
          payload: { what: action },
          payloadHash: contentHash({ what: action }),
          previous: '',
          hash: contentHash([at, action, id]),
        })),
      query,
    ),
};
