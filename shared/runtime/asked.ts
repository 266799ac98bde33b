// What a request says - path, query and body - parsed by its route's schemas, with all faults told at once.
import type * as z from 'zod';
import type { Route } from '../api/route.ts';
import { type Fault, faultsOf, Refusal, shown } from '../domain/problem.ts';
import { jsonBody } from './json-body.ts';
import type { HttpRequest } from './request.ts';

const parsed = (schema: z.ZodType | undefined, input: unknown, faults: Fault[]): unknown => {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  faults.push(...faultsOf(result.error, input));
  return undefined;
};

/** The parts of a request. Throws a refusal that names every fault; paths are JSON pointers into each part. */
export const askedOf = (
  { params, query, body, largest }: Pick<Route, 'params' | 'query' | 'body' | 'largest'>,
  request: HttpRequest,
): { readonly params: unknown; readonly query: unknown; readonly body: unknown } => {
  const faults: Fault[] = [];
  if (query === undefined)
    for (const [name, value] of Object.entries(request.query))
      faults.push({ path: `/${name}`, found: shown(value), expected: 'no such parameter' });
  const asked = {
    params: parsed(params, request.params, faults),
    query: parsed(query, request.query, faults),
    body: body && parsed(body, jsonBody(request.body, request.headers['content-type'], largest), faults),
  };
  if (faults.length === 0) return asked;
  throw new Refusal('invalid-input', 'The request can’t be used as it is.', faults.slice(0, 100));
};
