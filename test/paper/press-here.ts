// The press as Node finds it among the packages: tests run the sources, which no bundler has put beside a native module.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { PictureMaker } from '../../shared/paper/picture.ts';
import type { Press } from '../../shared/paper/typst.ts';

const require = createRequire(import.meta.url);
const font = (name: string): Uint8Array =>
  readFileSync(require.resolve(`@expo-google-fonts/inter/${name}/Inter_${name}.ttf`));

/** The press of this machine. */
export const pressHere = (): Press => ({
  compiler: require('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu').NodeCompiler,
  fonts: ['400Regular', '600SemiBold', '700Bold'].map(font),
});

/** What makes pictures on this machine. */
export const pictureMakerHere = (): PictureMaker => ({
  Resvg: require('@resvg/resvg-js-linux-x64-gnu').Resvg,
  fontFiles: ['400Regular', '600SemiBold', '700Bold'].map((name) =>
    require.resolve(`@expo-google-fonts/inter/${name}/Inter_${name}.ttf`),
  ),
});
