/** How the local stack's own endpoints read requests and write answers. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { HTML_POLICY } from './html.ts';

/** A part of the one local address. */
export type Endpoint = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

/** Thrown where a request can't be answered as asked; becomes an answer with this status and `{"message": ...}`. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
  readonly status: number;

  constructor(message: string, status = 400) {
    super(message);
    this.status = status;
  }
}

/** Writes a JSON answer. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

/** Writes a plain page that runs no script. */
export function sendHtml(response: ServerResponse, status: number, text: string, policy = HTML_POLICY): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cache-control': 'no-store',
  });
  response.end(text);
}

/** Reads a body of at most so many bytes; undefined: it is longer. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Reads a JSON body of at most a megabyte; undefined: there is none. Throws a BadRequest for anything else. */
export async function readJson(request: IncomingMessage, limit = 1_000_000): Promise<unknown> {
  const body = await readBody(request, limit);
  if (body === undefined) throw new BadRequest(`The body is longer than ${limit} bytes.`, 413);
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new BadRequest('The body is no JSON.');
  }
}

/** A percent-encoded path in plain letters; undefined: it is encoded wrongly. */
export function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
