// What the native module gives.
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu';

declare const compiler: { readonly NodeCompiler: typeof NodeCompiler };
export = compiler;
