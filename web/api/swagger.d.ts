// What the page uses of Swagger UI, which comes without types.
declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  import type { ComponentType, createElement, ReactNode } from 'react';

  /** What a plugin is given: Swagger's own React. */
  export interface SwaggerSystem {
    readonly React: { readonly createElement: typeof createElement };
  }
  /** What a layout is given. */
  export interface SwaggerLayout {
    readonly getComponent: (name: string, connected?: boolean) => ComponentType;
    readonly specSelectors: { readonly specStr: () => string };
  }
  const swagger: (options: {
    readonly domNode: HTMLElement;
    readonly url: string;
    readonly deepLinking: boolean;
    readonly docExpansion: 'none' | 'list';
    readonly defaultModelsExpandDepth: number;
    readonly filter: boolean;
    readonly tryItOutEnabled: boolean;
    readonly layout: string;
    readonly plugins: readonly ((system: SwaggerSystem) => {
      readonly components: Readonly<Record<string, (props: SwaggerLayout) => ReactNode>>;
    })[];
    readonly requestInterceptor: (request: {
      readonly url: string;
      readonly headers: Record<string, string>;
    }) => { readonly url: string };
  }) => void;
  // biome-ignore lint/style/noDefaultExport: it is how the package exports it
  export default swagger;
}
