/** Who answers which path of the one local address. */
import { decoded, type Endpoint, sendJson } from './answer.ts';
import { openAuthorizer } from './authorizer.ts';
import type { Backend } from './backend.ts';
import { CONTROL_PATH } from './control.ts';
import { openGateway } from './gateway.ts';
import { IDENTITY_PATH } from './identity.ts';
import { SES_PATH } from './mail.ts';
import { servePage } from './page.ts';
import { readFrontDoor } from './resources/front-door.ts';
import { readHttpApi } from './resources/http-api.ts';
import { readSignIn } from './resources/sign-in.ts';
import type { Template } from './template.ts';

/** Milliseconds after which API Gateway gives a function up. */
const GATEWAY_PATIENCE = 30_000;

export interface FrontProps {
  readonly template: Template;
  readonly backend: Backend;
  readonly origin: string;
  /** Folder of the built page. */
  readonly page: string;
  readonly identity: Endpoint;
  readonly control: Endpoint;
  readonly mailPage: Endpoint;
}

/** The endpoint of the whole address: API, sign-in, mail, switches, else the page. */
export function openFront({
  template,
  backend,
  origin,
  page,
  identity,
  control,
  mailPage,
}: FrontProps): Endpoint {
  const door = readFrontDoor(template);
  const { id: apiId, routes } = readHttpApi(template);
  const gateway = openGateway({
    apiId,
    routes,
    functions: backend.functions,
    authorize: openAuthorizer(),
    headers: door.headers,
    patience: GATEWAY_PATIENCE,
  });
  const { clientId } = readSignIn(template);
  const config = { issuer: `${origin}${IDENTITY_PATH}`, clientId };
  const pageEndpoint = servePage({ folder: page, door, config });
  const below: readonly [string, Endpoint][] = [
    ...[...gateway.prefixes].map(
      (prefix) => [`/${prefix}`, gateway.handle] as const satisfies [string, Endpoint],
    ),
    [IDENTITY_PATH, identity],
    [SES_PATH, backend.mailApi],
    [CONTROL_PATH, control],
    ['/mail', mailPage],
  ];
  return async (request, response, url) => {
    if (decoded(url.pathname) === undefined) return sendJson(response, 400, { message: 'Bad Request' });
    const found = below.find(([path]) => url.pathname === path || url.pathname.startsWith(`${path}/`));
    return (found?.[1] ?? pageEndpoint)(request, response, url);
  };
}
