import { spawn } from 'child_process';
import { once } from 'events';
import * as http from 'http';
import type { AddressInfo } from 'net';

/** What a handler told Lambda, and what it wrote to its log. */
export interface Invocation {
  readonly answer?: unknown;
  readonly error?: { readonly errorMessage: string; readonly errorType: string };
  readonly log: string[];
}

/** Starts a compiled handler in a process of its own, as Lambda does, serves it one event over the Runtime API, and ends it. */
export async function invokeProcess(bootstrap: string, event: unknown): Promise<Invocation> {
  const runtimeApi = http.createServer();
  const told = hearOf(runtimeApi, JSON.stringify(event));
  await once(runtimeApi.listen(0, '127.0.0.1'), 'listening');
  const { port } = runtimeApi.address() as AddressInfo;
  const handler = spawn(bootstrap, { env: { AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${port}`, AWS_LAMBDA_LOG_FORMAT: 'JSON' } });
  const log: Buffer[] = [];
  for (const stream of [handler.stdout, handler.stderr]) stream.on('data', (chunk: Buffer) => log.push(chunk));
  const ended = once(handler, 'close');
  try {
    const outcome = await Promise.race([told, ended.then(() => { throw new Error(`${bootstrap} ended: ${Buffer.concat(log)}`); })]);
    handler.kill();
    await ended;
    return { ...outcome, log: Buffer.concat(log).toString().split('\n').filter(Boolean) };
  } finally {
    handler.kill();
    runtimeApi.closeAllConnections();
    runtimeApi.close();
  }
}

/** Serves one event, then leaves the handler waiting for the next; resolves to what it answers. */
async function hearOf(runtimeApi: http.Server, event: string): Promise<Omit<Invocation, 'log'>> {
  return new Promise((resolve) => {
    let served = false;
    runtimeApi.on('request', async (request, response) => {
      if (request.method === 'GET') {
        if (served) return;
        served = true;
        response.writeHead(200, {
          'Lambda-Runtime-Aws-Request-Id': 'request-1',
          'Lambda-Runtime-Deadline-Ms': Date.now() + 10_000,
          'Lambda-Runtime-Invoked-Function-Arn': 'arn:aws:lambda:eu-west-1:111122223333:function:orders',
        }).end(event);
        return;
      }
      const body = JSON.parse(Buffer.concat(await request.toArray()).toString());
      response.writeHead(202).end();
      resolve(request.url!.endsWith('/error') ? { error: body } : { answer: body });
    });
  });
}
