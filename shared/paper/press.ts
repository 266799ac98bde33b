// Loads what paper is made with. The bundler copies the native module beside the bundle and puts the fonts into it
// (see infra/bundling.ts); loaded once, when the first paper is asked for, so that no other request waits for it.
import type { Press } from './typst.ts';

let loaded: Promise<Press> | undefined;

const load = async (): Promise<Press> => {
  const [{ default: native }, ...fonts] = await Promise.all([
    import('./compiler.cjs'),
    import('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
    import('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
    import('@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf'),
  ]);
  return { compiler: native.NodeCompiler, fonts: fonts.map(({ default: bytes }) => bytes) };
};

/** The press of this function. Rejects where the platform has no such module: it is made for x86-64 Linux. */
export const press = (): Promise<Press> => {
  loaded ??= load();
  return loaded;
};
