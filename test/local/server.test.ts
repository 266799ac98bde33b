import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { BadRequest } from '../../local/answer.ts';
import { type LocalServer, listen } from '../../local/server.ts';

const open: LocalServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});
const start = async (port = 0) => {
  const server = await listen(port);
  open.push(server);
  return server;
};

describe('the one address', () => {
  it('answers 503 until somebody answers', async () => {
    const server = await start();
    const early = await fetch(server.origin);
    expect([early.status, early.headers.get('retry-after')]).toEqual([503, '1']);
    server.answerWith(async (_, response) => void response.end('here'));
    expect(await (await fetch(server.origin)).text()).toBe('here');
  });

  it('says in a sentence that its port is in use', async () => {
    const { port } = await start();
    await expect(listen(port)).rejects.toThrow(`Port ${port} is in use: choose another one with --port.`);
  });

  it('notices a port that is taken on the other loopback address only', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '::1', () => resolve((other.address() as { port: number }).port));
    });
    await expect(listen(port)).rejects.toThrow('is in use');
    await new Promise((resolve) => other.close(resolve));
    expect((await start(port)).port).toBe(port);
  });

  it('is reachable by both names of this machine', async () => {
    const { port } = await start();
    const statuses = await Promise.all(
      ['127.0.0.1', '[::1]'].map(async (host) => (await fetch(`http://${host}:${port}`)).status),
    );
    expect(statuses).toEqual([503, 503]);
  });

  it('answers a request that can not be carried out with what is wrong, and a mistake of ours without', async () => {
    const server = await start();
    server.answerWith(async () => {
      throw new BadRequest('No such thing.', 404);
    });
    const refused = await fetch(server.origin);
    expect([refused.status, await refused.json()]).toEqual([404, { message: 'No such thing.' }]);
  });
});
