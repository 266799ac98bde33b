// The audit: what happened in the organisation, or to one entity, newest first.

import { auditRoutes } from '../../shared/api/routes/audit.ts';
import { Refusal, shown } from '../../shared/domain/problem.ts';
import { auditText } from '../../shared/report/audit-export.ts';
import { apiHandler } from '../../shared/runtime/api-handler.ts';
import { apiStore } from '../../shared/runtime/api-store.ts';
import { apiEnvironment } from '../../shared/runtime/env.ts';
import { listAudit, listAuditOf } from '../../shared/table/audit-log.ts';
import { openTable } from '../../shared/table/table.ts';

const table = openTable(apiEnvironment().TABLE_NAME);

/** How many entries one answer holds. */
const exportedAtOnce = 200;

/** The entity that a query names: kind and id together, or neither. */
const entityOf = ({ kind, id }: { readonly kind?: string | undefined; readonly id?: string | undefined }) => {
  if (kind === undefined && id === undefined) return undefined;
  if (kind !== undefined && id !== undefined) return { kind, id };
  throw new Refusal('invalid-input', 'An entity is named by its kind and its id.', [
    { path: kind === undefined ? '/kind' : '/id', found: shown(undefined), expected: 'kind and id together' },
  ]);
};

/** The handler of the audit's routes. */
export const handler = apiHandler(
  auditRoutes,
  {
    listAudit: async (call) => {
      const entity = entityOf(call.query);
      return call.reply(
        entity === undefined
          ? await listAudit(table, call.org, call.query)
          : await listAuditOf(table, call.org, entity, call.query),
      );
    },
    exportAudit: async (call) => {
      const { format, cursor } = call.query;
      const entity = entityOf(call.query);
      const page = { ...call.query, limit: exportedAtOnce, oldestFirst: true };
      const { items, ...rest } =
        entity === undefined
          ? await listAudit(table, call.org, page)
          : await listAuditOf(table, call.org, entity, page);
      return call.reply({
        text: auditText(items, format, cursor === undefined),
        count: items.length,
        ...rest,
      });
    },
  },
  apiStore(table),
);
