/** The examples that `npm start -- --example <name>` offers: each a folder of the import format. */
import type { Example } from '../examples/example.ts';

const named = async (name: string): Promise<Example> => {
  const { readExample } = await import('../examples/folder.ts');
  return readExample(new URL(`../examples/${name}/`, import.meta.url));
};

/** Each example by name; read only when it is asked for. */
export const examples: Readonly<Record<string, () => Promise<Example>>> = {
  nhs: () => named('nhs'),
  demo: () => named('demo'),
  empty: () => named('empty'),
};
