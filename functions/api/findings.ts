// Findings: the register, one with everything that backs it, and what people say and decide. With them the mail
// preferences: how a member hears of findings.

import { actionRoutes } from '../../shared/api/routes/actions.ts';
import { findingRoutes } from '../../shared/api/routes/findings.ts';
import { preferenceRoutes } from '../../shared/api/routes/preferences.ts';
import { calendarAt } from '../../shared/domain/calendar.ts';
import { actionViewOf, allActions, closeAction, decideAction } from '../../shared/flows/actions.ts';
import { oneOf } from '../../shared/flows/define.ts';
import { explainFinding } from '../../shared/flows/explain-finding.ts';
import {
  aged,
  concernsOf,
  itemOf,
  openActions,
  presentOf,
  viewOf,
} from '../../shared/flows/finding-views.ts';
import {
  acknowledgeFinding,
  askWaiver,
  commentFinding,
  decideWaiver,
  oneFinding,
} from '../../shared/flows/findings.ts';
import { preferencesOf, putPreferences, unsubscribe } from '../../shared/flows/preferences.ts';
import { apiHandler } from '../../shared/runtime/api-handler.ts';
import { apiStore } from '../../shared/runtime/api-store.ts';
import { apiEnvironment } from '../../shared/runtime/env.ts';
import { unsignedWriting } from '../../shared/runtime/unsigned-writing.ts';
import { listDefinitions } from '../../shared/table/definitions.ts';
import { listResolved, listUnresolved } from '../../shared/table/finding-lists.ts';
import type { FindingSummary } from '../../shared/table/finding-summary.ts';
import { openTable } from '../../shared/table/table.ts';

const table = openTable(apiEnvironment().TABLE_NAME);

/** The handler of the findings' routes. */
export const handler = apiHandler(
  [...findingRoutes, ...actionRoutes, ...preferenceRoutes] as const,
  {
    listFindings: async (call) => {
      const { cursor, limit, unanswered, age, outcome, ...filter } = call.query;
      const [present, actions, concerns] = await Promise.all([
        presentOf(table, call),
        allActions(table, call.org),
        concernsOf(table, call.org, outcome),
      ]);
      const acts = openActions(actions);
      const fits = (line: FindingSummary): boolean => {
        const item = aged(line, present, acts.has(line.fingerprint));
        return (
          concerns(line.subject) &&
          (unanswered === undefined || item.unanswered) &&
          (age === undefined || item.age >= age)
        );
      };
      const list = filter.state === 'resolved' ? listResolved : listUnresolved;
      const { items, ...rest } = await list(table, call.org, { ...filter, fits }, { cursor, limit });
      return call.reply({ items: items.map((line) => itemOf(line, present, acts)), ...rest });
    },
    getFinding: async (call) => {
      const found = await oneFinding(table, call.org, call.params.fingerprint);
      return call.reply(await viewOf(table, call, found), found.version);
    },
    explainFinding: async (call) =>
      call.reply(await explainFinding(table, call.org, call.params.fingerprint)),
    acknowledgeFinding: (call) =>
      acknowledgeFinding(table, call, call.params.fingerprint, call.body.note, async (after) =>
        call.reply(await viewOf(table, call, after), after.version),
      ),
    commentFinding: (call) =>
      commentFinding(table, call, call.params.fingerprint, call.body.text, async (after) =>
        call.reply(await viewOf(table, call, after), after.version),
      ),
    askWaiver: (call) =>
      askWaiver(table, call, call.params.fingerprint, call.body, async (after) =>
        call.reply(await viewOf(table, call, after), after.version),
      ),
    approveWaiver: (call) =>
      decideWaiver(table, call, call.params.fingerprint, { approve: true, ...call.body }, async (after) =>
        call.reply(await viewOf(table, call, after), after.version),
      ),
    refuseWaiver: (call) =>
      decideWaiver(table, call, call.params.fingerprint, { approve: false, ...call.body }, async (after) =>
        call.reply(await viewOf(table, call, after), after.version),
      ),
    listActions: async (call) => {
      const { cursor, limit, state, department, finding } = call.query;
      const { reportingQuarter } = calendarAt(call.now, await call.organisation());
      const { items, ...rest } = await listDefinitions(table, call.org, 'action', { cursor, limit });
      const wanted = items.filter(
        (action) =>
          (state === undefined || action.state === state) &&
          (department === undefined || action.department === department) &&
          (finding === undefined || action.findings.includes(finding)),
      );
      return call.reply({ items: wanted.map((action) => actionViewOf(action, reportingQuarter)), ...rest });
    },
    getAction: async (call) => {
      const action = await oneOf(table, call, 'action', call.params.id);
      const { reportingQuarter } = calendarAt(call.now, await call.organisation());
      return call.reply(actionViewOf(action, reportingQuarter), action.version);
    },
    decideAction: async (call) => {
      const { reportingQuarter } = calendarAt(call.now, await call.organisation());
      return decideAction(table, call, call.body, (stored) =>
        call.reply(actionViewOf(stored, reportingQuarter), stored.version),
      );
    },
    finishAction: async (call) => {
      const { reportingQuarter } = calendarAt(call.now, await call.organisation());
      return closeAction(table, call, call.params.id, { state: 'done', ...call.body }, (stored) =>
        call.reply(actionViewOf(stored, reportingQuarter), stored.version),
      );
    },
    dropAction: async (call) => {
      const { reportingQuarter } = calendarAt(call.now, await call.organisation());
      return closeAction(table, call, call.params.id, { state: 'dropped', ...call.body }, (stored) =>
        call.reply(actionViewOf(stored, reportingQuarter), stored.version),
      );
    },
    getPreferences: async (call) => {
      const member = await oneOf(table, call, 'member', call.member.id);
      return call.reply(preferencesOf(member), member.version);
    },
    putPreferences: (call) =>
      putPreferences(table, call, call.body, (stored) => call.reply(preferencesOf(stored), stored.version)),
    unsubscribe: async (call) => {
      const answer = call.reply({ unsubscribed: true });
      await unsubscribe(table, call.params.token, unsignedWriting(call.now));
      return answer;
    },
  },
  apiStore(table),
);
