// What we use of Typst's compiler for Node, whose platform packages come without types.
declare module '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu' {
  /** A document that has been set. */
  export interface NodeTypstDocument {
    readonly numOfPages: number;
  }
  export interface NodeTypstCompileResult {
    readonly result: NodeTypstDocument | null;
    takeDiagnostics(): { readonly shortDiagnostics: readonly unknown[] } | null;
  }
  export class NodeCompiler {
    static create(options: {
      readonly workspace: string;
      readonly fontArgs: readonly { readonly fontBlobs: readonly Buffer[] }[];
    }): NodeCompiler;
    mapShadow(path: string, content: Buffer): void;
    addSource(path: string, source: string): void;
    compile(options: { readonly mainFilePath: string }): NodeTypstCompileResult;
    pdf(
      document: NodeTypstDocument,
      options: { readonly pdfStandard: 'ua-1'; readonly creationTimestamp: number },
    ): Buffer;
  }
}

declare module '*.ttf' {
  const bytes: Uint8Array;
  // biome-ignore lint/style/noDefaultExport: a bundler gives the bytes of a file as its default export
  export default bytes;
}
