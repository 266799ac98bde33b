// Wakes when a mail is queued. It is sent at most once; what the mail service takes later is tried again. What draws
// pictures and board packs is loaded when the first mail has something to draw, so that no other mail waits for it.
import { languageFor, tagFor } from '../../languages/language-for.ts';
import type { OrgId } from '../../shared/domain/slug.ts';
import type { FlowDeps } from '../../shared/flows/deps.ts';
import { type Drawer, type Mailer, sendMail } from '../../shared/flows/send.ts';
import { flowDeps } from '../../shared/runtime/flow-deps.ts';
import { sesMailer } from '../../shared/runtime/ses-mailer.ts';
import { failedRecords, streamRecords } from '../../shared/runtime/stream-event.ts';

const drawnHere: Drawer = async (kept, drawing, memberName) => {
  const { drawBoardMail } = await import('../../shared/paper/board-mail.ts');
  const language = await languageFor(drawing.locale);
  return drawBoardMail(kept, drawing, memberName, language && { tag: tagFor(drawing.locale), ...language });
};

/** What sends the mails that a batch of records names. */
export const sending =
  (depsOf: () => FlowDeps, mailerOf: () => Mailer, draw: Drawer) => async (event: unknown) => {
    const deps = depsOf();
    const mailer = mailerOf();
    const failed: string[] = [];
    for (const { sequence, pk, sk } of streamRecords(event)) {
      const [org, area] = pk.split('|');
      if (org === undefined || area !== 'outbox') continue;
      try {
        // The key is our own write, made under a verified tenant.
        if ((await sendMail(deps, mailer, org as OrgId, sk, draw)) === 'again') failed.push(sequence);
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

/** The handler of the outbox. */
export const handler = sending(() => flowDeps('send'), sesMailer, drawnHere);
