import { INVOCATION_POINTS, type InvocationPoint } from '../../src/facts/invocation-points';
import { INVOKERS } from '../../src/facts/invokers';

const ALL: readonly InvocationPoint[] = INVOCATION_POINTS;

test('every point is listed once and belongs to an invoker', () => {
  const keys = ALL.map(({ resourceType, path }) => [resourceType, ...path].join(' '));

  expect(new Set(keys).size).toBe(keys.length);
  for (const { invoker } of ALL) expect(INVOKERS.map(({ id }) => id)).toContain(invoker);
});

test('only REST APIs take a tenant id from the request', () => {
  expect(ALL.filter(({ tenantId }) => tenantId === 'mapped').map(({ resourceType }) => resourceType)).toEqual(['AWS::ApiGateway::Method']);
});
