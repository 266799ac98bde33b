// The one place that knows what makes a PNG of a drawing, for mail, whose readers' programs show no SVG.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What pictures are made with: the native class and the paths of the fonts, which it reads from files alone. */
export interface PictureMaker {
  readonly Resvg: new (svg: string, options: string) => { render(): { asPng(): Uint8Array } };
  readonly fontFiles: readonly string[];
}

let loaded: Promise<PictureMaker> | undefined;

const load = async (fonts: readonly Uint8Array[]): Promise<PictureMaker> => {
  const { default: native } = await import('./rasteriser.cjs');
  const folder = mkdtempSync(join(tmpdir(), 'fonts-'));
  const fontFiles = fonts.map((bytes, i) => {
    const file = join(folder, `${i}.ttf`);
    writeFileSync(file, bytes);
    return file;
  });
  return { Resvg: native.Resvg, fontFiles };
};

/** The picture maker of this function, made once. Rejects where the platform has no such module. */
export const pictureMaker = (fonts: readonly Uint8Array[]): Promise<PictureMaker> => {
  loaded ??= load(fonts);
  return loaded;
};

/** An SVG as PNG on white, so many pixels wide. Throws an Error where the SVG is none. */
export const pictureOf = ({ Resvg, fontFiles }: PictureMaker, svg: string, width: number): Uint8Array =>
  new Resvg(
    svg,
    JSON.stringify({
      background: '#ffffff',
      fitTo: { mode: 'width', value: width },
      font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Inter' },
    }),
  )
    .render()
    .asPng();
