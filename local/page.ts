/** The built page and the file beside it that tells it where to sign in, sent with the headers of the front door. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { decoded, type Endpoint, sendJson } from './answer.ts';
import type { FrontDoor } from './resources/front-door.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

export interface PageProps {
  /** Folder that `npm run build:page` fills. */
  readonly folder: string;
  readonly door: FrontDoor;
  /** What `/config.json` tells the page. */
  readonly config: { readonly issuer: string; readonly clientId: string };
}

/** Answers everything that nobody else does. */
export function servePage({ folder, door, config }: PageProps): Endpoint {
  return async (request, response, url) => {
    for (const [name, value] of Object.entries(door.headers)) response.setHeader(name, value);
    response.setHeader('cache-control', 'no-cache');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return sendJson(response, 405, { message: 'The page is only read.' });
    }
    if (url.pathname === '/config.json') return sendJson(response, 200, config);
    const file = await readWithin(folder, door.rewrite(url.pathname));
    if (file === undefined) return sendJson(response, 404, { message: `There is no ${url.pathname}.` });
    const type = CONTENT_TYPES[extname(file.path)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'content-length': file.content.length });
    response.end(request.method === 'HEAD' ? undefined : file.content);
  };
}

async function readWithin(folder: string, path: string) {
  const full = join(folder, normalize(decoded(path) ?? ''));
  if (!full.startsWith(folder + sep)) return undefined;
  return readFile(full).then(
    (content) => ({ path: full, content }),
    () => undefined,
  );
}
