// What the page uses of Swagger UI, which comes without types.
declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  const swagger: (options: {
    readonly domNode: HTMLElement;
    readonly url: string;
    readonly deepLinking: boolean;
    readonly docExpansion: 'none' | 'list';
    readonly defaultModelsExpandDepth: number;
    readonly filter: boolean;
    readonly tryItOutEnabled: boolean;
    /** Parts of the interface to draw otherwise: each takes what is drawn and gives what is drawn instead. */
    readonly plugins: readonly (() => {
      readonly wrapComponents: Readonly<Record<string, () => () => null>>;
    })[];
    readonly requestInterceptor: (request: {
      readonly url: string;
      readonly headers: Record<string, string>;
    }) => { readonly url: string };
  }) => void;

  // biome-ignore lint/style/noDefaultExport: it is how the package exports it
  export default swagger;
}
