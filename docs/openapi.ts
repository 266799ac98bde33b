// The API's description as a generated page; the service serves this very file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiDocument } from '../shared/api/openapi.ts';

/** The page with the API's description, under the version of the package. */
export const openApiPage = (): { readonly path: string; readonly text: string } => {
  const file = join(import.meta.dirname, '..', 'package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return { path: 'docs/openapi.json', text: `${JSON.stringify(openApiDocument(version), null, 1)}\n` };
};
