// A department's quarter: what its head fills in, hands in and gets back.
import { submissionRoutes } from '../../shared/api/routes/submissions.ts';
import { requireOpen } from '../../shared/domain/open-quarter.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import type { receiptOf } from '../../shared/domain/receipt.ts';
import type { GivenAnswer, Writing } from '../../shared/domain/writing.ts';
import { oneOf } from '../../shared/flows/define.ts';
import { preview } from '../../shared/flows/preview.ts';
import { readQuarterSheet } from '../../shared/flows/quarter-sheet.ts';
import {
  type DepartmentQuarter,
  decide,
  handIn,
  presentVersion,
  type Submitting,
} from '../../shared/flows/submit.ts';
import { apiHandler } from '../../shared/runtime/api-handler.ts';
import { apiStore } from '../../shared/runtime/api-store.ts';
import type { MemberCall } from '../../shared/runtime/call.ts';
import { machineNow } from '../../shared/runtime/clock.ts';
import { apiEnvironment } from '../../shared/runtime/env.ts';
import { putDraft, versionsOf } from '../../shared/table/submissions.ts';
import { openTable } from '../../shared/table/table.ts';

const table = openTable(apiEnvironment().TABLE_NAME);

type InQuarter = Pick<MemberCall<unknown>, 'org'> & {
  readonly params: { readonly id: string; readonly quarter: Quarter };
};
type Receiving = InQuarter &
  Pick<MemberCall<unknown>, 'organisation' | 'expectVersion'> & {
    readonly reply: (receipt: ReturnType<typeof receiptOf>, version: number) => GivenAnswer;
  };

const whereOf = ({ org, params }: InQuarter): DepartmentQuarter => ({
  org,
  department: params.id,
  quarter: params.quarter,
});

const submitting = async (call: Receiving, writing: Writing): Promise<Submitting> => ({
  where: whereOf(call),
  writing,
  organisation: await call.organisation(),
  expectVersion: call.expectVersion,
  reply: (receipt) => call.reply(receipt, receipt.version),
});

/** The handler of the routes of a department's quarter. */
export const handler = apiHandler(
  submissionRoutes,
  {
    getQuarterSheet: async (call) => {
      const { id: department, quarter } = call.params;
      const sheet = await readQuarterSheet(table, { ...call, department, quarter });
      return call.reply(sheet, sheet.version);
    },
    listVersions: async (call) => {
      const versions = await versionsOf(table, call.org, call.params.id, call.params.quarter);
      if (versions.length === 0) await oneOf(table, call, 'department', call.params.id);
      return call.reply({ items: versions.map(({ value }) => value) });
    },
    putDraft: async (call) => {
      const where = whereOf(call);
      await call.writing(where.department);
      requireOpen(where.quarter, call.now, await call.organisation());
      const basedOn = await presentVersion(table, where);
      await putDraft(table, call.org, where, { ...call.body, savedAt: call.now, basedOn }, machineNow());
      return call.reply({ savedAt: call.now });
    },
    previewSubmission: async (call) => {
      const where = whereOf(call);
      await call.own(where.department);
      const organisation = await call.organisation();
      requireOpen(where.quarter, call.now, organisation);
      return call.reply(await preview(table, where, call.body.readings, organisation, call.now));
    },
    submitQuarter: async (call) =>
      handIn(table, await submitting(call, await call.writing(call.params.id)), call.body, false),
    submitHistory: async (call) =>
      handIn(table, await submitting(call, await call.writing()), call.body, true),
    returnSubmission: async (call) =>
      decide(table, await submitting(call, await call.writing()), {
        state: 'returned',
        comment: call.body.comment,
      }),
    acceptSubmission: async (call) =>
      decide(table, await submitting(call, await call.writing()), { state: 'accepted' }),
  },
  apiStore(table),
);
