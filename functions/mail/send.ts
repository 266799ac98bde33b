// Wakes when a mail is queued. It is sent at most once; what the mail service takes later is tried again.
import type { OrgId } from '../../shared/domain/slug.ts';
import { sendMail } from '../../shared/flows/send.ts';
import { flowDeps } from '../../shared/runtime/flow-deps.ts';
import { sesMailer } from '../../shared/runtime/ses-mailer.ts';
import { failedRecords, streamRecords } from '../../shared/runtime/stream-event.ts';

/** The handler of the outbox. */
export const handler = async (event: unknown) => {
  const deps = flowDeps('send');
  const mailer = sesMailer();
  const failed: string[] = [];
  for (const { sequence, pk, sk } of streamRecords(event)) {
    const [org, area] = pk.split('|');
    if (org === undefined || area !== 'outbox') continue;
    try {
      // The key is our own write, made under a verified tenant.
      if ((await sendMail(deps, mailer, org as OrgId, sk)) === 'again') failed.push(sequence);
    } catch (error) {
      deps.log('error', 'sending failed', {
        org,
        mail: sk,
        error: error instanceof Error ? error.message : String(error),
      });
      failed.push(sequence);
    }
  }
  return failedRecords(failed);
};
