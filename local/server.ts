/**
 * The one address of the local stack. It is taken first of all, so that a taken port is known before anything is
 * started, and it is reachable from this machine only: whoever reaches it may sign in as anybody.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BadRequest, type Endpoint, sendJson } from './answer.ts';
import type { Address } from './kinds.ts';
import { StartError } from './start-error.ts';

/** A listening server. */
export interface LocalServer extends Address {
  readonly port: number;
  /** Says who answers from now on; until then every answer is 503. */
  answerWith(endpoint: Endpoint): void;
  close(): Promise<void>;
}

const starting: Endpoint = async (_, response) => {
  response.setHeader('retry-after', '1');
  sendJson(response, 503, { message: 'The local stack is starting.' });
};

/** Listens on this port of the machine's own addresses; 0: any free one. Throws a StartError when it is taken. */
export async function listen(port: number): Promise<LocalServer> {
  let endpoint = starting;
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    void answer(endpoint, request, response);
  };
  const first = await bind(port, '127.0.0.1', onRequest);
  const { port: taken } = first.address() as AddressInfo;
  const second = await bind(taken, '::1', onRequest).catch((error: unknown) => {
    if (error instanceof StartError) {
      first.close();
      throw error;
    }
    return undefined;
  });
  const host = `localhost:${taken}`;
  return {
    origin: `http://${host}`,
    host,
    port: taken,
    answerWith: (next) => {
      endpoint = next;
    },
    close: async () => {
      await Promise.all([first, second].map((server) => server && closed(server)));
    },
  };
}

async function bind(
  port: number,
  host: string,
  onRequest: (i: IncomingMessage, o: ServerResponse) => void,
): Promise<Server> {
  const server = createServer({ requestTimeout: 60_000 }, onRequest);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(new StartError(`Port ${port} is in use: choose another one with --port.`));
      else if (error.code === 'EACCES')
        reject(new StartError(`Port ${port} may not be used: choose one above 1023 with --port.`));
      else reject(error);
    });
    server.listen(port, host, () => resolve(server));
  });
}

async function closed(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function answer(endpoint: Endpoint, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await endpoint(request, response, new URL(request.url ?? '/', 'http://localhost'));
  } catch (error) {
    if (response.headersSent) response.destroy();
    else if (error instanceof BadRequest) sendJson(response, error.status, { message: error.message });
    else if (error instanceof TypeError && 'code' in error && error.code === 'ERR_INVALID_URL') {
      sendJson(response, 400, { message: 'Bad Request' });
    } else {
      console.error(error);
      sendJson(response, 500, { message: 'Internal Server Error' });
    }
  }
}
