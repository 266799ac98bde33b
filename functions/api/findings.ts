// Findings: the register, one with everything that backs it, and the word that somebody knows.

import { findingRoutes } from '../../shared/api/routes/findings.ts';
import { checkOf } from '../../shared/checks/catalogue.ts';
import { messageOf, remedyOf } from '../../shared/checks/message.ts';
import { acknowledge } from '../../shared/domain/acknowledgement.ts';
import { calendarAt } from '../../shared/domain/calendar.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import { Refusal } from '../../shared/domain/problem.ts';
import { apiHandler } from '../../shared/runtime/api-handler.ts';
import { apiStore } from '../../shared/runtime/api-store.ts';
import { apiEnvironment } from '../../shared/runtime/env.ts';
import { readHead } from '../../shared/table/evaluation.ts';
import { listUnresolved, putLife, readFinding } from '../../shared/table/findings.ts';
import { openTable } from '../../shared/table/table.ts';

const table = openTable(apiEnvironment().TABLE_NAME);

type Read = NonNullable<Awaited<ReturnType<typeof readFinding>>>;

const unknown = (fingerprint: string) => new Refusal('not-found', `There is no finding “${fingerprint}”.`);

const thresholdsOf = (check: string, policy: Policy | undefined): Record<string, number> => {
  const names: ReadonlySet<string> = new Set(checkOf(check)?.meta.thresholds);
  return Object.fromEntries(
    Object.entries(policy ?? {}).filter(
      (entry): entry is [string, number] => names.has(entry[0]) && typeof entry[1] === 'number',
    ),
  );
};

/** A finding as its page shows it; its sentence and the check's texts are rendered now. */
const viewOf = ({ finding, department, version }: Read, policy: Policy | undefined) => {
  const { fingerprint, condition, life } = finding;
  const { check, subject, level, message, data, reasons, quarter, rulesVersion, evidence, related } =
    condition;
  const meta = checkOf(check)?.meta;
  return {
    fingerprint,
    check,
    level,
    subject,
    department,
    message,
    data,
    reasons,
    state: life.state,
    since: life.since.quarter,
    text: messageOf(condition),
    title: meta?.title ?? check,
    question: meta?.question ?? '',
    why: meta?.why ?? '',
    remedy: remedyOf(check),
    thresholds: thresholdsOf(check, policy),
    quarter,
    rulesVersion,
    evidence,
    related,
    firstSeen: life.firstSeen.at,
    notConfirmedSince: life.notConfirmedSince,
    version,
    events: life.events,
  };
};

/** The handler of the findings' routes. */
export const handler = apiHandler(
  findingRoutes,
  {
    listFindings: async (call) => {
      const { cursor, limit, ...filter } = call.query;
      const { items, ...rest } = await listUnresolved(table, call.org, filter, { cursor, limit });
      return call.reply({ items: items.map((line) => ({ ...line, text: messageOf(line) })), ...rest });
    },
    getFinding: async (call) => {
      const { fingerprint } = call.params;
      const [found, head] = await Promise.all([
        readFinding(table, call.org, fingerprint),
        readHead(table, call.org),
      ]);
      if (found === undefined) throw unknown(fingerprint);
      return call.reply(viewOf(found, head?.organisation.policy), found.version);
    },
    acknowledgeFinding: async (call) => {
      const { fingerprint } = call.params;
      const [found, head] = await Promise.all([
        readFinding(table, call.org, fingerprint, true),
        readHead(table, call.org),
      ]);
      if (found === undefined) throw unknown(fingerprint);
      if (!call.member.roles.includes('executive')) {
        if (found.department === undefined)
          throw new Refusal(
            'forbidden',
            'The finding belongs to no department; an executive acknowledges it.',
          );
        await call.own(found.department);
      }
      call.expectVersion(found.version);
      const writing = await call.writing();
      const { reportingQuarter: quarter } = calendarAt(call.now, await call.organisation());
      const after = acknowledge(found.finding, {
        by: writing.by,
        at: writing.at,
        quarter,
        note: call.body.note,
      });
      const version = found.version + 1;
      const view = viewOf({ ...found, finding: after, version }, head?.organisation.policy);
      const answer = call.reply(view, version);
      await putLife(table, writing, found, after, 'finding.acknowledge', answer);
      return answer;
    },
  },
  apiStore(table),
);
