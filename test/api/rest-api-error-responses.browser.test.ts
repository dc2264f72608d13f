import { execFileSync } from 'child_process';
import { createServer } from 'http';
import type { IncomingMessage, Server, ServerResponse } from 'http';
import type { AddressInfo } from 'net';
import { Duration } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { RestApiErrorResponses } from '../../src/api/rest-api-error-responses';
import { ErrorCatalog } from '../../src/catalog/error-catalog';
import { ErrorDefinition } from '../../src/catalog/error-definition';
import { GATEWAY_RESPONSES } from '../../src/facts/gateway-responses';
import { testWith } from '../support';
import { REQUEST_ID, answer } from './api-gateway-evaluator';
import type { Answer } from './api-gateway-evaluator';
import { methodProperties, ordersApi } from './orders-api';

const CATALOG = ErrorCatalog.of(
  ErrorDefinition.client('OrderNotFound', { httpStatus: 404 }),
  ErrorDefinition.temporary('StockBusy', { retryAfter: Duration.seconds(2) }),
  ErrorDefinition.temporary('StockMoving', { retryAfter: Duration.seconds(9) }),
);
const MESSAGE = 'Invalid "header" \\ Authorization';

/** What a page can see of an answer. */
interface Seen {
  readonly status?: number;
  readonly body?: any;
  readonly retryAfter?: string | null;
  readonly failed?: string;
}

/** As API Gateway fills in gateway responses: names are replaced, nothing is evaluated. */
function gatewayAnswer({ ResponseType, StatusCode, ResponseParameters, ResponseTemplates }: any): Answer {
  const fact = GATEWAY_RESPONSES.find(({ type }) => type === ResponseType)!;
  const fallback = ResponseType === 'DEFAULT_4XX' ? 418 : 500;
  return {
    status: Number(StatusCode ?? ('defaultStatus' in fact ? fact.defaultStatus : fallback)),
    headers: Object.fromEntries(Object.entries<string>(ResponseParameters ?? {}).map(([name, value]) => [name.replace('gatewayresponse.header.', ''), value.replace(/^'|'$/g, '')])),
    body: ResponseTemplates['application/json']
      .replaceAll('$context.error.messageString', () => JSON.stringify(MESSAGE))
      .replaceAll('$context.error.responseType', ResponseType)
      .replaceAll('$context.requestId', REQUEST_ID),
  };
}

/** Every answer that the synthesized API can give, by path; and its preflight answer. */
function answersOf(origin: string): { readonly paths: Record<string, Answer>; readonly preflight: Answer } {
  const { stack, api } = ordersApi({ catalog: CATALOG }, { defaultCorsPreflightOptions: { allowOrigins: [origin], allowCredentials: true, allowHeaders: ['X-Trace'] } });
  api.with(new RestApiErrorResponses());
  const gateway = Object.values(Template.fromStack(stack).findResources('AWS::ApiGateway::GatewayResponse')).map(({ Properties }) => Properties);
  const responses = methodProperties(stack).Integration.IntegrationResponses;
  const failure = (errorMessage: string) => answer(responses, JSON.stringify({ errorMessage, errorType: 'X' }), true);
  return {
    paths: {
      ...Object.fromEntries(gateway.map(response => [`/${response.ResponseType}`, gatewayAnswer(response)])),
      ...Object.fromEntries(['OrderNotFound', 'StockBusy', 'StockMoving'].map(code => [`/${code}`, failure(`[${code}] no`)])),
      '/InternalError': failure('boom'),
      '/success': answer(responses, '{"id":"42"}', false),
      // As API Gateway answers by itself: nothing of CORS.
      '/plain': { status: 429, headers: {}, body: '{"message":"Too Many Requests"}' },
    },
    preflight: answer(methodProperties(stack, 'OPTIONS').Integration.IntegrationResponses.map(({ ResponseTemplates: _, ...rest }: any) => rest), '', false),
  };
}

const servers: Server[] = [];
let browser: Browser | undefined;

async function serve(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(handle);
  servers.push(server);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function servePage(): Promise<string> {
  return serve((_, response) => response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>shop</title>'));
}

/** What a page of an origin can see of the answers at these addresses. The header makes the browser ask first. */
async function seenFrom(origin: string, addresses: string[]): Promise<Seen[]> {
  const page = await browser!.newPage();
  await page.goto(origin);
  return page.evaluate(urls => Promise.all(urls.map(async url => {
    try {
      const response = await fetch(url, { headers: { 'X-Trace': '1' }, credentials: 'include' });
      return { status: response.status, body: await response.json(), retryAfter: response.headers.get('Retry-After') };
    } catch (error) {
      return { failed: `${error}` };
    }
  })), addresses);
}

afterAll(async () => {
  await browser?.close();
  await Promise.all(servers.map(server => new Promise(resolve => { server.closeAllConnections(); server.close(resolve); })));
});

testWith('chromium', 'a page of the allowed origin reads every answer of the API, and a page of another one reads none', async () => {
  const [shop, stranger] = [await servePage(), await servePage()];
  const { paths, preflight } = answersOf(shop);
  const api = await serve(({ method, url }, response) => {
    const { status, headers, body } = method === 'OPTIONS' ? preflight : paths[url!];
    response.writeHead(status, headers).end(status === 204 ? undefined : body);
  });
  browser = await chromium.launch({ executablePath: execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim(), args: ['--no-sandbox'] });

  const names = Object.keys(paths);
  const addresses = names.map(name => `${api}${name}`);
  const seen = Object.fromEntries((await seenFrom(shop, addresses)).map((one, index) => [names[index], one]));
  const { '/plain': plain, ...designed } = seen;

  expect(Object.keys(designed)).toHaveLength(GATEWAY_RESPONSES.length + 5);
  expect(designed).toEqual(Object.fromEntries(Object.keys(designed).map(name => [name, {
    status: paths[name].status, body: JSON.parse(paths[name].body), retryAfter: paths[name].headers['Retry-After'] ?? null,
  }])));
  expect(seen['/THROTTLED']).toMatchObject({ status: 429, retryAfter: '1', body: { code: 'THROTTLED', detail: MESSAGE, requestId: REQUEST_ID } });
  expect(seen['/StockMoving']).toMatchObject({ status: 503, retryAfter: '9', body: { code: 'StockMoving' } });
  expect(plain).toEqual({ failed: expect.stringContaining('Failed to fetch') });

  expect(await seenFrom(stranger, addresses)).toEqual(names.map(() => ({ failed: expect.stringContaining('Failed to fetch') })));
}, 120_000);
