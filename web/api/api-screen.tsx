// The API's own page: every operation with its schemas, tried as the person who is signed in. Swagger UI is large, and
// comes as a chunk of its own when somebody opens this.
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useAuth } from 'react-oidc-context';
import swagger, { type SwaggerLayout, type SwaggerSystem } from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import { operations } from '../../shared/api/operations.ts';
import { Screen } from '../frame/screen.tsx';
import { useWords } from '../session/session.tsx';
import 'swagger-ui-dist/swagger-ui.css';
import './api.css';

const address = '/v1/openapi.json';

interface SentRequest {
  readonly url: string;
  readonly headers: Record<string, string>;
}

/** Swagger's layout without its own landmarks and title: the frame around it has them. */
const operationsOnly = ({ React }: SwaggerSystem) => ({
  components: {
    'Operations only': ({ getComponent, specSelectors }: SwaggerLayout) =>
      specSelectors.specStr() === ''
        ? null
        : React.createElement(
            'div',
            { className: 'swagger-ui' },
            ...[
              getComponent('SvgAssets'),
              getComponent('errors', true),
              getComponent('operations', true),
            ].map((part) => React.createElement(part)),
          ),
  },
});

/** The interface to every operation. */
export const ApiScreen = () => {
  const { m, f } = useWords();
  const auth = useAuth();
  const token = useRef<string | undefined>(undefined);
  token.current = auth.user?.access_token;
  const place = useRef<HTMLDivElement>(null);
  const dark = useComputedColorScheme('light') === 'dark';
  useEffect(() => {
    if (place.current === null) return;
    swagger({
      domNode: place.current,
      url: address,
      deepLinking: false,
      docExpansion: 'none',
      defaultModelsExpandDepth: -1,
      filter: false,
      tryItOutEnabled: false,
      layout: 'Operations only',
      plugins: [operationsOnly],
      requestInterceptor: (request: SentRequest) => {
        if (token.current !== undefined && new URL(request.url, location.href).origin === location.origin)
          request.headers['authorization'] = `Bearer ${token.current}`;
        return request;
      },
    });
  }, []);
  return (
    <Screen
      title={m.api.title}
      kicker={m.api.title}
      heading={f.say(m.api.heading, { n: Object.keys(operations).length })}
      aside={<a href={address}>{m.api.document}</a>}
    >
      <p>{m.api.why}</p>
      <h2 className="visually-hidden">{m.api.operations}</h2>
      <div ref={place} lang="en" className={dark ? 'panel swagger dark-mode' : 'panel swagger'} />
    </Screen>
  );
};
