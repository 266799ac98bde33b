// A request as the HTTP API hands it over (payload format 2.0), parsed before anything of it is used.
import * as z from 'zod';

const text = z.record(z.string(), z.string().optional()).default({});

const eventSchema = z.object({
  headers: text,
  queryStringParameters: text,
  pathParameters: text,
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().default(false),
  requestContext: z.object({
    authorizer: z
      .object({ jwt: z.object({ claims: z.record(z.string(), z.unknown()) }).optional() })
      .nullish(),
  }),
});

/** A request: header names are in lower case, the body is as it came. */
export interface HttpRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** The claims of the verified token; undefined where nobody is signed in. */
  readonly claims: Readonly<Record<string, unknown>> | undefined;
}

const present = (values: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

/** The request of an event. Throws a ZodError for what is no event of the HTTP API. */
export const requestOf = (event: unknown): HttpRequest => {
  const { headers, queryStringParameters, pathParameters, body, isBase64Encoded, requestContext } =
    eventSchema.parse(event);
  return {
    headers: Object.fromEntries(
      Object.entries(present(headers)).map(([name, value]) => [name.toLowerCase(), value]),
    ),
    query: present(queryStringParameters),
    params: present(pathParameters),
    body: Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8'),
    claims: requestContext.authorizer?.jwt?.claims,
  };
};
