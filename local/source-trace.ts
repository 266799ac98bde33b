/**
 * Traces into the TypeScript sources for errors of bundled functions. Node's own support reads a map of 2 MB whenever
 * a function starts, about 120 ms each; here the map is read when the first trace is wanted.
 */
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, resolve } from 'node:path';

/** From now on traces of this thread name the sources of the bundle in this file, which has its map beside it. */
export function traceSourcesOf(bundle: string): void {
  let map: SourceMap | undefined;
  const originOf = (site: NodeJS.CallSite): string => {
    const [line, column] = [site.getLineNumber(), site.getColumnNumber()];
    if (site.getFileName() !== bundle || line === null || column === null) return String(site);
    map ??= new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, 'utf8')));
    const origin = map.findOrigin(line, column);
    if (!('fileName' in origin)) return String(site);
    return `${site.getFunctionName() ?? 'anonymous'} (${resolve(dirname(bundle), origin.fileName)}:${origin.lineNumber}:${origin.columnNumber})`;
  };
  Error.prepareStackTrace = (error, sites) => {
    const lines = sites.map((site) => `    at ${originOf(site)}`);
    return [`${error.name}: ${error.message}`, ...lines].join('\n');
  };
}
