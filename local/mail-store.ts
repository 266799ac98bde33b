/** The mail that the stack has sent: one file each, so that what was sent before a kill is still there afterwards. */
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { StartError } from './start-error.ts';

const Header = z.strictObject({ name: z.string(), value: z.string() });

const File = z.strictObject({
  name: z.string(),
  type: z.string(),
  base64: z.string(),
  /** By which name the mail's HTML shows it. */
  cid: z.string().optional(),
});

const Mail = z.strictObject({
  id: z.string(),
  at: z.iso.datetime(),
  businessTime: z.iso.datetime(),
  from: z.string(),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  bcc: z.array(z.string()),
  replyTo: z.array(z.string()),
  subject: z.string(),
  html: z.string().optional(),
  text: z.string().optional(),
  headers: z.array(Header),
  files: z.array(File).default([]),
  tags: z.record(z.string(), z.array(z.string())),
  told: z.boolean(),
});

/**
 * A caught mail: when it came by the machine's and by the business clock, what it holds, its tags (the configuration
 * set among them), and whether its events have been told.
 */
export type Mail = z.infer<typeof Mail>;

/** All caught mail. */
export interface MailStore {
  /** Keeps a mail, or its new state; it is on disk when this returns. */
  keep(mail: Mail): void;
  /** Every mail, oldest first. */
  list(): readonly Mail[];
  find(id: string): Mail | undefined;
}

/** Opens the store in this folder. Throws a StartError when a file in it is no mail. */
export function openMailStore(folder: string): MailStore {
  const mails = new Map<string, Mail>();
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  for (const mail of names.map((name) => readMail(join(folder, name))).sort(byTime)) mails.set(mail.id, mail);
  return {
    keep: (mail) => {
      const path = join(folder, `${mail.id}.json`);
      writeFileSync(`${path}.new`, JSON.stringify(mail, undefined, 1));
      renameSync(`${path}.new`, path);
      mails.set(mail.id, mail);
    },
    list: () => [...mails.values()],
    find: (id) => mails.get(id),
  };
}

function readMail(path: string): Mail {
  try {
    return Mail.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new StartError(`The mail ${path} is broken; delete it, or start with --reset to begin afresh.`);
  }
}

function byTime(a: Mail, b: Mail): number {
  return a.at < b.at ? -1 : 1;
}
