// The one place that knows what sets our paper: Typst's compiler, as a native module of its own platform, with the
// fonts that charts and texts are set in. Both are loaded when the first paper is asked for. Everything else hands over
// a source and files and gets a PDF.
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu';

/** What paper is made with: the compiler's class and the bytes of its fonts. */
export interface Press {
  readonly compiler: typeof NodeCompiler;
  readonly fonts: readonly Uint8Array[];
}

/** What is set: a source, and the files that it reads, by their names. */
export interface Manuscript {
  readonly source: string;
  readonly files: ReadonlyMap<string, string>;
}

/** A PDF, and how many pages it has. */
export interface Paper {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

const folder = '/pack';

/**
 * Sets a manuscript as PDF/UA-1: tagged, with a title, and refused where a picture says nothing in words. The same
 * manuscript gives the same bytes. Throws an Error that says what the compiler found.
 */
export const setPaper = ({ compiler, fonts }: Press, { source, files }: Manuscript): Paper => {
  const made = compiler.create({
    workspace: folder,
    fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }],
  });
  for (const [name, text] of files) made.mapShadow(`${folder}/${name}`, Buffer.from(text));
  made.addSource(`${folder}/main.typ`, source);
  const compiled = made.compile({ mainFilePath: `${folder}/main.typ` });
  const document = compiled.result;
  if (document === null) {
    const problems = compiled.takeDiagnostics()?.shortDiagnostics ?? [];
    throw new Error(`The paper can't be set: ${JSON.stringify(problems)}`);
  }
  const pdf = made.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: 0 });
  return { pdf, pages: document.numOfPages };
};
