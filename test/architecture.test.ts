// The import law: a line of code knows its room. Pure folders know no clock, environment, console, randomness or
// promise; everything flows from the entry points inwards.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** What each room may import: other rooms, and packages. A package name ending in `/` stands for its whole scope. */
const rooms: Readonly<Record<string, { rooms: readonly string[]; packages: readonly string[] }>> = {
  'shared/domain': { rooms: [], packages: ['zod', 'big.js', '@noble/hashes'] },
  'shared/checks': { rooms: ['shared/domain'], packages: ['simple-statistics', 'big.js'] },
  'shared/library': { rooms: ['shared/domain'], packages: [] },
  'shared/report': { rooms: ['shared/domain', 'shared/checks'], packages: ['zod'] },
  'shared/exchange': {
    rooms: ['shared/domain'],
    packages: ['zod', 'hucre', 'read-excel-file', 'papaparse'],
  },
  'shared/charts': { rooms: ['shared/domain', 'shared/report'], packages: ['react', '@visx/', 'd3-sankey'] },
  'shared/format': { rooms: ['shared/domain'], packages: [] },
  'shared/words': { rooms: ['shared/checks', 'shared/report'], packages: [] },
  languages: { rooms: ['shared/mail', 'shared/paper', 'shared/words', 'web'], packages: [] },
  'shared/paper': {
    rooms: [
      'shared/words',
      'shared/domain',
      'shared/checks',
      'shared/report',
      'shared/charts',
      'shared/format',
      'shared/mail',
    ],
    packages: ['react', '@myriaddreamin/', '@resvg/', '@expo-google-fonts/', 'node:'],
  },
  'shared/mail': {
    rooms: ['shared/domain', 'shared/report', 'shared/charts', 'shared/format', 'shared/words'],
    packages: ['escape-goat'],
  },
  'shared/api': {
    rooms: ['shared/domain', 'shared/report', 'shared/library'],
    packages: ['zod', 'zod-openapi'],
  },
  'shared/table': { rooms: ['shared/domain'], packages: ['@aws-sdk/', 'zod', 'node:'] },
  'shared/flows': {
    rooms: [
      'shared/domain',
      'shared/checks',
      'shared/report',
      'shared/exchange',
      'shared/format',
      'shared/mail',
      'shared/table',
    ],
    packages: [],
  },
  'shared/runtime': {
    rooms: ['shared/domain', 'shared/api', 'shared/table', 'shared/flows'],
    packages: ['@middy/', '@aws-lambda-powertools/', '@aws-sdk/', 'zod', 'node:', 'aws-lambda'],
  },
  functions: {
    rooms: [
      'languages',
      'shared/domain',
      'shared/checks',
      'shared/library',
      'shared/report',
      'shared/mail',
      'shared/paper',
      'shared/api',
      'shared/table',
      'shared/flows',
      'shared/runtime',
      'docs',
    ],
    packages: ['zod'],
  },
  infra: {
    rooms: ['shared/api', 'shared/table', 'shared/domain', 'cdk.json'],
    packages: ['aws-cdk-lib', 'constructs', 'cdk-nag', 'esbuild', 'node:', 'zod'],
  },
  web: {
    rooms: [
      'languages',
      'shared/words',
      'shared/api',
      'shared/domain',
      'shared/checks',
      'shared/library',
      'shared/report',
      'shared/charts',
      'shared/format',
      'shared/exchange',
    ],
    packages: [
      'react',
      'react-dom',
      'react-router',
      'react-oidc-context',
      'oidc-client-ts',
      '@mantine/',
      '@tanstack/',
      '@fontsource-variable/',
      '@vitejs/',
      'vite',
      'swagger-ui-dist',
      'node:',
    ],
  },
};
const pure = [
  'shared/domain',
  'shared/checks',
  'shared/exchange',
  'shared/library',
  'shared/report',
  'shared/charts',
  'shared/mail',
  'shared/api',
];

const filesOf = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));

const importsOf = (file: string): string[] =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /^\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');

const roomOf = (file: string): string =>
  Object.keys(rooms).find((room) => file.startsWith(`${room}/`)) ?? file.split('/')[0] ?? file;

const forbidden = (file: string, imported: string): boolean => {
  const room = roomOf(file);
  const law = rooms[room];
  if (law === undefined) return false;
  if (imported.startsWith('.')) {
    const target = roomOf(normalize(join(dirname(file), imported)));
    if (room === 'functions' && target === 'functions') return true;
    return target !== room && !law.rooms.includes(target);
  }
  return !law.packages.some(
    (allowed) =>
      imported === allowed ||
      imported.startsWith(allowed.endsWith('/') || allowed.endsWith(':') ? allowed : `${allowed}/`),
  );
};

describe('the import law', () => {
  for (const room of Object.keys(rooms))
    it(`holds in ${room}`, () => {
      const broken = filesOf(room).flatMap((file) =>
        importsOf(file)
          .filter((imported) => forbidden(file, imported))
          .map((imported) => `${file} imports ${imported}`),
      );
      expect(broken).toEqual([]);
    });

  it('finds the imports that a file has', () => {
    expect(importsOf('shared/checks/catalogue.ts')).toContain('./missing-counterpart.ts');
  });
});

describe('pure rooms', () => {
  const impure =
    /\b(?:Date\.now|new Date\(\)|Math\.random|process\.(?:env|exit|stdout|stderr|argv)|console\.|setTimeout|setInterval|await |Promise\.|crypto\.random|Temporal\.Now)/;
  // The typed client and its errors are the one asynchronous thing of the contract; they run in the page. Workbooks
  // are compressed, and browsers unpack only asynchronously.
  const exempt = new Set([
    'shared/api/client.ts',
    'shared/api/call-errors.ts',
    'shared/exchange/workbook.ts',
    'shared/exchange/zip.ts',
  ]);
  for (const room of pure)
    it(`${room} knows no clock, environment, console, randomness or promise`, () => {
      const broken = filesOf(room)
        .filter((file) => !exempt.has(file))
        .filter((file) =>
          impure.test(
            readFileSync(join(root, file), 'utf8')
              .replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '')
              .replace(/'(?:[^'\\\n]|\\.)*'/g, "''")
              .replace(/`[^`$]*`/g, '``'),
          ),
        );
      expect(broken).toEqual([]);
    });
});

describe('names', () => {
  it('has no default exports and no folder that means nothing', () => {
    const files = [...Object.keys(rooms), 'local', 'cli', 'bench'].flatMap((room) => filesOf(room));
    expect(
      files.filter((file) => /(?:^|\/)(?:utils?|helpers?|common|types)(?:\/|\.tsx?$)/.test(file)),
    ).toEqual([]);
    expect(
      files.filter(
        (file) =>
          !file.endsWith('.config.ts') && /^export default/m.test(readFileSync(join(root, file), 'utf8')),
      ),
    ).toEqual([]);
  });
});
