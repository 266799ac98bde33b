// How the page is built: into dist/page, no inline scripts, one chunk a screen, and a manifest by which a test holds
// the weight of the first load.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import * as sentences from '../shared/words/sentences.ts';

const sentencesFile = fileURLToPath(new URL('../shared/words/sentences.ts', import.meta.url));

/** Puts the words of shared/words/sentences.ts into the page without the rules that they come from. */
const wordsOnly = (): Plugin => ({
  name: 'words-only',
  load: (id) =>
    id === sentencesFile
      ? Object.entries(sentences)
          .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
          .join('\n')
      : undefined,
});

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), wordsOnly()],
  build: {
    outDir: '../dist/page',
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
});
