// Where people sign in is known to whoever serves the page, not to its build: the page asks beside itself.

/** The issuer of tokens, and the client that the page is to it. */
export interface PageConfig {
  readonly issuer: string;
  readonly clientId: string;
}

const isConfig = (body: unknown): body is PageConfig =>
  typeof body === 'object' &&
  body !== null &&
  'issuer' in body &&
  typeof body.issuer === 'string' &&
  'clientId' in body &&
  typeof body.clientId === 'string';

/** Reads /config.json; rejects with a sentence that says what was found. */
export const loadConfig = async (): Promise<PageConfig> => {
  const response = await fetch('/config.json', { cache: 'no-cache' });
  if (!response.ok)
    throw new Error(`/config.json answered ${response.status}; {issuer, clientId} was expected.`);
  const body: unknown = await response.json();
  if (!isConfig(body)) throw new Error('/config.json holds no {issuer, clientId}.');
  return body;
};
