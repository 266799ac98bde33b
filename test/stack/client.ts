// A person at the API of a running stack: a token, and calls that say what came back.
import type { Stack } from '../../local/stack.ts';

export interface Answer {
  readonly status: number;
  readonly etag: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came back, and fails where it is not there
  readonly json: any;
}
/** Calls the API as one member. */
export type Person = (
  method: 'GET' | 'PUT' | 'POST',
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>;

/** A person who holds a token of this origin. */
export const personWith = (origin: string, token: string): Person => {
  return async (method, path, body, headers = {}) => {
    const answer = await fetch(`${origin}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return {
      status: answer.status,
      etag: answer.headers.get('etag') ?? undefined,
      json: await answer.json(),
    };
  };
};

/** A member of a running stack. */
export const person = async (stack: Pick<Stack, 'origin' | 'tokenFor'>, member: string): Promise<Person> =>
  personWith(stack.origin, await stack.tokenFor(member));

/** Asks until the answer fits, at most `within` ms; returns the last answer and how long it took. */
export const until = async <T>(
  ask: () => Promise<T>,
  fits: (answer: T) => boolean,
  within: number,
): Promise<{ readonly answer: T; readonly took: number }> => {
  const start = performance.now();
  for (;;) {
    const answer = await ask();
    const took = performance.now() - start;
    if (fits(answer) || took > within) return { answer, took };
    await new Promise((done) => setTimeout(done, 25));
  }
};
