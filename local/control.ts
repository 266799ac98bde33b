/** The switches of the local stack, which exist nowhere else: its clock, its people, its mail, what failed. */
import * as z from 'zod';
import type { Happened } from './advance.ts';
import { BadRequest, type Endpoint, readJson, sendJson } from './answer.ts';
import type { BusinessClock } from './business-clock.ts';
import type { Failures } from './failures.ts';
import type { MailStore } from './mail-store.ts';
import type { Person } from './people.ts';

/** Path below which the switches are. */
export const CONTROL_PATH = '/local';

const ClockBody = z.strictObject({ to: z.iso.datetime({ offset: true }) });
const TickBody = z.strictObject({ to: z.iso.datetime({ offset: true }).optional() });
const TokenBody = z.strictObject({ member: z.string(), organisation: z.string().optional() });

export interface ControlProps {
  readonly clock: BusinessClock;
  readonly failures: Failures;
  readonly mails: MailStore;
  readonly listPeople: () => Promise<readonly Person[]>;
  readonly tokenFor: (member: string, organisation?: string) => Promise<string>;
  /** What a program needs to reach the local table, as environment variables. */
  readonly environment: Readonly<Record<string, string>>;
  /** Moves business time alone; throws a BadRequest for a time that has passed. */
  readonly moveClock: (to: Date) => Promise<void>;
  /** Goes to this business time, or to the next moment at which something is due. */
  readonly advance: (to?: Date) => Promise<Happened>;
}

/** Answers the switches; anything else below the path is a 404 that lists them. */
export function serveControl(props: ControlProps): Endpoint {
  const { clock, failures, mails, listPeople, tokenFor, environment, moveClock, advance } = props;
  const time = () => ({ now: clock.now().toISOString(), offset: clock.offset() });
  const switches: Readonly<Record<string, (body: unknown) => unknown>> = {
    'GET /local/clock': time,
    'POST /local/clock': async (body) => {
      await moveClock(new Date(parse(ClockBody, body).to));
      return time();
    },
    'POST /local/tick': (body) => {
      const { to } = parse(TickBody, body ?? {});
      return advance(to === undefined ? undefined : new Date(to));
    },
    'GET /local/people': async () => (await listPeople()).map(publicPerson),
    'POST /local/token': async (body) => {
      const { member, organisation } = parse(TokenBody, body);
      return { token: await tokenFor(member, organisation) };
    },
    'GET /local/mail': () => mails.list(),
    'GET /local/failures': () => failures.list(),
    'GET /local/environment': () => environment,
  };
  return async (request, response, url) => {
    const found = switches[`${request.method} ${url.pathname}`];
    if (found === undefined) throw new BadRequest(`There is: ${Object.keys(switches).join(', ')}.`, 404);
    sendJson(response, 200, await found(await readJson(request)));
  };
}

function parse<S extends z.ZodType>(schema: S, body: unknown): z.infer<S> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new BadRequest(z.prettifyError(parsed.error));
}

function publicPerson({ organisation, member }: Person) {
  const { id, name, roles, heads, deputyOf } = member;
  return { organisation, member: id, name, roles, heads, deputyOf };
}
