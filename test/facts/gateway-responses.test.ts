import { ResponseType } from 'aws-cdk-lib/aws-apigateway';
import { GATEWAY_RESPONSES } from '../../src/facts/gateway-responses';
import type { GatewayResponse } from '../../src/facts/gateway-responses';

const ALL: readonly GatewayResponse[] = GATEWAY_RESPONSES;

test('lists the types that CDK knows, once each', () => {
  const known = Object.values(ResponseType).filter((value) => value instanceof ResponseType).map(({ responseType }) => responseType);
  expect(ALL.map(({ type }) => type).sort()).toEqual([...new Set(known)].sort());
});

test('only the two fallbacks have no status', () => {
  expect(ALL.filter(({ defaultStatus }) => defaultStatus === undefined).map(({ type }) => type)).toEqual(['DEFAULT_4XX', 'DEFAULT_5XX']);
});

test('a client is answered with 4xx, and an API or function at fault with 5xx', () => {
  for (const { type, cause, defaultStatus } of ALL) {
    if (defaultStatus === undefined || cause === 'authorizer') continue;
    expect([type, Math.floor(defaultStatus / 100)]).toEqual([type, cause === 'client' ? 4 : 5]);
  }
});
