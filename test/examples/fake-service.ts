// The part of the API that seeding uses, in memory: versions, Idempotency-Keys, roles and history as the real one has
// them. It can be cut off at any request, before or after the write was done, and counts what was really done.

import type { OrganisationOrder } from '../../cli/operator-commands.ts';
import type { Example } from '../../examples/example.ts';
import type { SeedStack } from '../../local/seed-client.ts';
import { Refusal } from '../../shared/domain/problem.ts';

interface Stored {
  version: number;
  targets: { from: string }[];
  readonly by: string;
}
interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Thrown into the caller where the connection is cut. */
class Cut extends Error {}

const problem = (status: number, kind: string): Answer => ({
  status,
  body: {
    type: `https://counterpart.example/problems/${kind}`,
    title: kind,
    status,
    detail: kind,
    instance: '',
    errors: [],
  },
});

export class FakeService {
  readonly entities = new Map<string, Stored>();
  readonly drafts = new Map<string, unknown>();
  readonly logins = new Map<string, string>();
  readonly answers = new Map<string, { content: string; answer: Answer }>();
  /** Every write that was done, in order, with its body. */
  readonly done: { readonly by: string; readonly what: string; readonly body: unknown }[] = [];
  organisation: OrganisationOrder | undefined;
  requests = 0;
  atOnce = 0;
  most = 0;
  /** Requests after which everything is cut; even: before the write is done, odd: after it. */
  cutAfter = Number.POSITIVE_INFINITY;
  /** Requests of these addresses never arrive. */
  broken: RegExp | undefined;
  /** Whether the organisation has been evaluated, so that history is refused. */
  evaluated = false;

  /** The stack as seeding sees it. */
  stack(): SeedStack {
    return {
      baseUrl: 'http://fake',
      tokenFor: async (member) => `token-of-${member}`,
      operator: {
        createOrganisation: async (order) => {
          if (this.organisation !== undefined) throw new Refusal('conflict', 'There is one already.');
          this.organisation = order;
          this.logins.set(order.analyst.sub, order.analyst.id);
        },
        linkLogin: async ({ member, sub }) => {
          if (!this.entities.has(`members/${member}`)) throw new Refusal('not-found', `no member ${member}`);
          this.logins.set(sub, member);
        },
      },
      fetch: (address, init) => this.#fetch(address, init),
    };
  }

  async #fetch(address: string, init: RequestInit): Promise<Response> {
    this.most = Math.max(this.most, ++this.atOnce);
    await new Promise((done) => setImmediate(done));
    this.atOnce--;
    if (this.broken?.test(`${init.method} ${address}`)) throw new Cut();
    const cut = ++this.requests > this.cutAfter;
    if (cut && this.cutAfter % 2 === 0) throw new Cut();
    const { status, body } = this.#answer(address.replace('http://fake/v1/', ''), init);
    if (cut) throw new Cut();
    return Response.json(body, { status });
  }

  #answer(path: string, init: RequestInit): Answer {
    const headers = new Headers(init.headers);
    const member = (headers.get('authorization') ?? '').replace('Bearer token-of-', '');
    if (this.logins.get(`local-${member}`) !== member) return problem(403, 'forbidden');
    if (init.method === 'GET') return this.#read(path);
    const key = `${member} ${headers.get('idempotency-key')}`;
    const content = `${init.method} ${path} ${String(init.body)}`;
    const known = this.answers.get(key);
    if (known !== undefined)
      return known.content === content ? known.answer : problem(422, 'idempotency-key-reused');
    const answer = this.#write(path, headers, JSON.parse(String(init.body)), member);
    if (answer.status < 400) {
      this.done.push({ by: member, what: path, body: JSON.parse(String(init.body)) });
      this.answers.set(key, { content, answer });
    }
    return answer;
  }

  #read(path: string): Answer {
    const quarter = /^departments\/([^/]+)\/quarters\/([^/]+)$/.exec(path);
    if (quarter === null) {
      const found = this.entities.get(path);
      return found === undefined ? problem(404, 'not-found') : { status: 200, body: found };
    }
    if (!this.entities.has(`departments/${quarter[1]}`)) return problem(404, 'not-found');
    const draft = this.drafts.get(path);
    const version = this.entities.get(path)?.version ?? 0;
    return { status: 200, body: { version, ...(draft === undefined ? {} : { draft }) } };
  }

  /** Whether departments, owner and objective that a definition names are there. */
  #knows({ department, owningDepartment, heads = [], owner, objective }: Record<string, unknown>): boolean {
    const named = (kind: string, ...ids: unknown[]) =>
      ids.flatMap((id) => (id === undefined ? [] : [`${kind}/${id}`]));
    return [
      ...named('departments', department, owningDepartment, ...(heads as unknown[])),
      ...named('members', owner),
      ...named('objectives', objective),
    ].every((place) => this.entities.has(place));
  }

  #write(path: string, headers: Headers, body: Record<string, unknown>, by: string): Answer {
    const [entity, what, last] = /^(.+)\/(draft|submission|history|targets)(?:\/(.+))?$/
      .exec(path)
      ?.slice(1) ?? [path];
    if (what === 'draft') {
      this.drafts.set(entity ?? '', body);
      return { status: 200, body: {} };
    }
    if (what === undefined && !this.#knows(body)) return problem(400, 'invalid-input');
    if (what === 'history' && this.evaluated) return problem(409, 'conflict');
    const stored = this.entities.get(entity ?? '');
    const version = stored?.version ?? 0;
    const expected = headers.get('if-none-match') === '*' ? '"0"' : headers.get('if-match');
    if (expected !== `"${version}"`) return problem(412, 'stale-version');
    const targets = [...(stored?.targets ?? []), ...(what === 'targets' ? [{ from: last ?? '' }] : [])];
    const next = { version: version + 1, targets, by };
    this.entities.set(entity ?? '', next);
    return { status: 200, body: next };
  }
}

/** Every write that a whole seed of an example makes through the API, one line each, sorted. */
export const wholeSeed = (example: Example, handedIn: readonly string[]): string[] =>
  [
    ...example.departments.map(({ id }) => `departments/${id}`),
    ...example.journeys.map(({ id }) => `journeys/${id}`),
    ...example.outcomes.map(({ id }) => `outcomes/${id}`),
    ...example.members.map(({ id }) => `members/${id}`),
    ...example.objectives.map(({ id }) => `objectives/${id}`),
    ...example.kpis.map(({ id }) => `kpis/${id}`),
    ...example.targets.map(({ kpi, from }) => `kpis/${kpi}/targets/${from}`),
    ...handedIn,
  ].toSorted();
