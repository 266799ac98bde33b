// The part of the API that seeding uses, in memory: imports, versions, Idempotency-Keys, roles and history as the real
// one has them. It can be cut off at any request, before or after the write was done, and counts what was really done.

import type { OrganisationOrder } from '../../cli/operator-commands.ts';
import type { SeedStack } from '../../local/seed-client.ts';
import { canonicalJson, contentHash } from '../../shared/domain/canonical.ts';
import { Refusal } from '../../shared/domain/problem.ts';
import type { Dataset } from '../../shared/exchange/dataset.ts';
import { type FileTable, gridsOf } from '../../shared/exchange/grids.ts';
import { readDataset } from '../../shared/exchange/read.ts';

interface Stored {
  readonly version: number;
  readonly by: string;
  readonly content: unknown;
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

const importView = {
  state: 'applied',
  errors: [],
  errorCount: 0,
  created: 0,
  changed: 0,
  unchanged: 0,
  items: [],
};

/** What a dataset holds, by the address of each entity. */
export const entitiesOf = (dataset: Dataset): Map<string, unknown> => {
  const kinds = ['departments', 'journeys', 'capabilities', 'outcomes', 'members', 'objectives'] as const;
  return new Map<string, unknown>([
    ...kinds.flatMap((kind) =>
      dataset[kind].map(({ id, fields }): [string, unknown] => [`${kind}/${id}`, fields]),
    ),
    ['organisation', { ...dataset.organisation, policy: dataset.policy }],
    ...dataset.kpis.map(({ id, fields }): [string, unknown] => [
      `kpis/${id}`,
      { ...fields, targets: dataset.targets.filter(({ kpi }) => kpi === id) },
    ]),
    ...dataset.submissions.map(({ department, quarter, readings }): [string, unknown] => [
      `departments/${department}/quarters/${quarter}`,
      readings,
    ]),
  ]);
};

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
  /** What an import passes over, as somebody else has changed it meanwhile. */
  passedOver: { readonly kind: string; readonly id: string; readonly why: string }[] = [];
  #imported = 0;
  #looks = 0;

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
    const body = JSON.parse(String(init.body));
    const answer = path === 'imports' ? this.#import(body, member) : this.#write(path, headers, body, member);
    if (answer.status < 400) this.answers.set(key, { content, answer });
    return answer;
  }

  /** An import is followed: it has come half of its way at the first look. */
  #followed(id: string): Answer {
    this.#looks++;
    const half = this.#looks === 1;
    return {
      status: 200,
      body: {
        id,
        state: half ? 'applying' : this.passedOver.length > 0 ? 'stopped' : 'applied',
        total: this.#imported,
        done: half ? this.#imported / 2 : this.#imported,
        passedOver: half ? [] : this.passedOver,
      },
    };
  }

  #read(path: string): Answer {
    if (path === 'me') return { status: 200, body: {} };
    if (path.startsWith('imports/')) return this.#followed(path);
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

  #put(path: string, by: string, content: unknown): void {
    this.entities.set(path, { version: (this.entities.get(path)?.version ?? 0) + 1, by, content });
  }

  #import(body: { tables: FileTable[]; apply: boolean }, by: string): Answer {
    const { grids, errors: unknown } = gridsOf(body.tables.map((one) => ({ ...one, file: one.name })));
    const { dataset, errors } = readDataset(grids, 'en');
    const all = [...unknown, ...errors];
    if (dataset === undefined || all.length > 0)
      return { status: 200, body: { ...importView, state: 'invalid', errors: all, errorCount: all.length } };
    const news = [...entitiesOf(dataset)].filter(
      ([path, content]) => canonicalJson(this.entities.get(path)?.content) !== canonicalJson(content),
    );
    if (news.length === 0) return { status: 200, body: importView };
    if (this.evaluated && news.some(([path]) => path.includes('/quarters/'))) {
      const fault = {
        file: 'readings',
        row: 2,
        column: 'quarter',
        found: 'history',
        expected: 'an open one',
      };
      return { status: 200, body: { ...importView, state: 'invalid', errors: [fault], errorCount: 1 } };
    }
    for (const [path, content] of news) this.#put(path, by, content);
    this.#imported = news.length;
    this.#looks = 0;
    this.done.push({ by, what: 'imports', body });
    return {
      status: 200,
      body: { ...importView, state: 'applying', id: contentHash(body), created: news.length },
    };
  }

  #write(path: string, headers: Headers, body: unknown, by: string): Answer {
    const [, entity = path, what] = /^(.+)\/(draft|submission)$/.exec(path) ?? [];
    if (what === 'draft') this.drafts.set(entity, body);
    else {
      const version = this.entities.get(entity)?.version ?? 0;
      const expected = headers.get('if-none-match') === '*' ? '"0"' : headers.get('if-match');
      if (expected !== `"${version}"`) return problem(412, 'stale-version');
      this.#put(entity, by, body);
    }
    this.done.push({ by, what: path, body });
    return { status: 200, body: this.entities.get(entity) ?? {} };
  }
}
