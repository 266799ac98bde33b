// The clock's one entry, every quarter of an hour: whatever is due for any organisation is done.
import * as z from 'zod';
import { languageFor, tagFor } from '../../languages/language-for.ts';
import { runTick } from '../../shared/flows/tick.ts';
import type { MailLanguage } from '../../shared/mail/voice.ts';
import { flowDeps } from '../../shared/runtime/flow-deps.ts';
import { tickEnv } from '../../shared/runtime/flow-env.ts';

const tickEvent = z.object({ time: z.iso.datetime() });

/** The words of mail for a locale. */
const mailIn = async (locale: string): Promise<MailLanguage | undefined> => {
  const language = await languageFor(locale);
  return language && { tag: tagFor(locale), ...language };
};

/** The handler of the schedule. The event says which time it is, so that a late one does what was due then. */
export const handler = async (event: unknown) => {
  const { time } = tickEvent.parse(event);
  const pageUrl = tickEnv().PAGE_URL.replace(/\/$/, '');
  const jobs = await runTick({ ...flowDeps('tick'), pageUrl, languageFor: mailIn }, time);
  return { jobs };
};
