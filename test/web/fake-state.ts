// What the fake service remembers, and what the real, pure domain makes of it: findings, reports, previews. Only the
// storing is fake.
import { catalogue } from '../../shared/checks/catalogue.ts';
import { type CheckResult, conditionOf, evaluate } from '../../shared/checks/evaluate.ts';
import { type Calendar, calendarAt } from '../../shared/domain/calendar.ts';
import { type Condition, fingerprintOf } from '../../shared/domain/finding.ts';
import type { Context } from '../../shared/domain/liveness.ts';
import { Refusal } from '../../shared/domain/problem.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { quartersUpTo } from '../../shared/domain/quarter-steps.ts';
import { type Definitions, strategyFrom } from '../../shared/domain/sources.ts';
import { StrategyMap } from '../../shared/domain/strategy-map.ts';
import type { Draft, Submission } from '../../shared/domain/submission.ts';
import { buildReports } from '../../shared/report/build-reports.ts';
import { coverageOf } from '../../shared/report/scores.ts';
import { figuresOf, scoresOf } from '../../shared/report/views/figures.ts';
import type { Company } from './fake-company.ts';

/** The kinds of definitions, each a list by id. */
export type Kind = Exclude<keyof Definitions, 'actions'>;
interface Stamp {
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
}
interface LifeEvent {
  readonly at: string;
  readonly quarter: Quarter;
  readonly event: string;
  readonly by?: string;
  readonly note?: string | undefined;
}
/** The part of a finding that people and time write. */
export interface Life {
  readonly state: 'open' | 'acknowledged';
  readonly since: Quarter;
  readonly firstSeen: string;
  readonly version: number;
  readonly events: readonly LifeEvent[];
}
export interface Judged {
  readonly context: Context;
  readonly map: StrategyMap;
  readonly results: readonly CheckResult[];
  readonly reports: ReturnType<typeof buildReports>;
}

/** The state of one fake service. */
export class FakeState {
  now: string;
  readonly organisation: Company['organisation'];
  readonly submissions: Submission[];
  readonly drafts = new Map<string, Draft & { savedAt: string; basedOn: number }>();
  readonly lives = new Map<string, Life>();
  readonly audit: { at: string; by: string; action: string; kind: string; id: string; version: number }[] =
    [];
  readonly #definitions: Definitions;
  readonly #stamps = new Map<string, Stamp>();

  constructor({ organisation, now, definitions, submissions }: Company) {
    this.organisation = organisation;
    this.now = now;
    this.#definitions = definitions;
    this.submissions = [...submissions];
  }

  get calendar(): Calendar {
    return calendarAt(this.now, this.organisation);
  }

  /** Definitions of a kind with their stamps, by id. */
  list<K extends Kind>(kind: K): readonly (Definitions[K][number] & Stamp)[] {
    return this.#definitions[kind].map((one) => ({ ...one, ...this.stampOf(kind, one.id) }));
  }

  find<K extends Kind>(kind: K, id: string): Definitions[K][number] & Stamp {
    const found = this.list(kind).find((one) => one.id === id);
    if (found === undefined) throw new Refusal('not-found', `There is no ${id} among the ${kind}.`);
    return found;
  }

  stampOf(kind: Kind, id: string): Stamp {
    return (
      this.#stamps.get(`${kind}|${id}`) ?? {
        version: 1,
        updatedAt: '2024-07-02T09:00:00.000Z',
        updatedBy: 'dana',
      }
    );
  }

  /** Replaces a definition as a new version. */
  put<K extends Kind>(kind: K, value: Definitions[K][number], by: string): void {
    const list = this.#definitions[kind] as Definitions[K][number][];
    list[list.findIndex((one) => one.id === value.id)] = value;
    const { version } = this.stampOf(kind, value.id);
    this.#stamps.set(`${kind}|${value.id}`, { version: version + 1, updatedAt: this.now, updatedBy: by });
    this.note(by, `${kind}.put`, kind, value.id, version + 1);
  }

  note(by: string, action: string, kind: string, id: string, version: number): void {
    this.audit.unshift({ at: this.now, by, action, kind, id, version });
  }

  /** The newest version of a department's quarter. */
  newest(department: string, quarter: Quarter): Submission | undefined {
    return this.submissions
      .filter((one) => one.department === department && one.quarter === quarter)
      .reduce<Submission | undefined>(
        (best, one) => (best === undefined || one.version > best.version ? one : best),
        undefined,
      );
  }

  /** The life of a finding; one that nobody has touched began when its check first could fail here. */
  lifeOf(fingerprint: string, { check, quarter }: Pick<Condition, 'check' | 'quarter'>): Life {
    const since: Quarter = check === 'missing-counterpart' ? '2025-Q4' : quarter;
    const firstSeen =
      check === 'missing-counterpart' ? '2026-01-16T01:00:00.000Z' : '2026-07-16T00:00:00.000Z';
    return (
      this.lives.get(fingerprint) ?? {
        state: 'open',
        since,
        firstSeen,
        version: 1,
        events: [{ at: firstSeen, quarter: since, event: 'found' }],
      }
    );
  }

  /** Judges a quarter, with other submissions than the stored ones where a preview asks. */
  judge(quarter: Quarter, submissions: readonly Submission[] = this.submissions): Judged {
    const context = { quarter, calendar: this.calendar, policy: this.organisation.policy };
    const definitions = Object.fromEntries(
      Object.entries(this.#definitions).map(([kind, list]) => [kind, list]),
    ) as unknown as Definitions;
    const map = new StrategyMap(strategyFrom(definitions, submissions, context.calendar.reportingQuarter));
    const results = evaluate(map, context, catalogue);
    const lives = new Map(
      results.map(({ check, subject }): [string, Life] => {
        const fingerprint = fingerprintOf(check, subject, quarter);
        return [fingerprint, this.lifeOf(fingerprint, { check, quarter })];
      }),
    );
    const coverageHistory = quartersUpTo(quarter, 8).map((one, i) => {
      const { covered, internal } = coverageOf(map.all('kpi'), { ...context, quarter: one });
      return { quarter: one, covered, internal, before: i < 2 };
    });
    const figures = quartersUpTo(quarter, 8).map((one, i) => {
      const then = { ...context, quarter: one };
      const judged = { map, context: then, checks: catalogue, results: evaluate(map, then, catalogue) };
      return figuresOf(judged, scoresOf(judged), i < 2);
    });
    const { organisation, now: asOf } = this;
    const reports = buildReports({
      organisation,
      map,
      context,
      checks: catalogue,
      results,
      lives,
      asOf,
      coverageHistory,
      figures,
    });
    return { context, map, results, reports };
  }

  /** The failing results of the reporting quarter with their conditions. */
  conditions(
    submissions?: readonly Submission[],
  ): { readonly fingerprint: string; readonly condition: Condition }[] {
    const { context, results } = this.judge(this.calendar.reportingQuarter, submissions);
    return results.flatMap((result) => {
      const condition = conditionOf(result, context);
      const fingerprint = fingerprintOf(result.check, result.subject, context.quarter);
      return condition === undefined ? [] : [{ fingerprint, condition }];
    });
  }
}
