// What we use of the native module, whose platform packages come without types; options are JSON.
declare class Resvg {
  constructor(svg: string, options: string);
  render(): { asPng(): Buffer };
}
declare const rasteriser: { readonly Resvg: typeof Resvg };
export = rasteriser;
