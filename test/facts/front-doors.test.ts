import { FAILURE_MATRIX } from '../../src/facts/failure-matrix';
import { FRONT_DOORS, RESERVED_HEADERS, type FrontDoor, type FrontDoorId } from '../../src/facts/front-doors';
import { INVOKERS } from '../../src/facts/invokers';

const ALL = Object.entries(FRONT_DOORS) as [FrontDoorId, FrontDoor][];

test.each(ALL)('%s is an invoker that waits for an answer', (id) => {
  expect(INVOKERS.find((invoker) => invoker.id === id)?.type).toBe('sync');
});

test.each(ALL)('%s says by default what the matrix says of a function error', (id, { byDefault }) => {
  const { answer } = FAILURE_MATRIX[id]['function-error'];

  if (answer?.status !== undefined) expect(byDefault).toContain(`${answer.status}`);
});

test('REST APIs and AppSync are traced', () => {
  expect(ALL.filter(([, { traced }]) => traced).map(([id]) => id)).toEqual(['rest-api', 'rest-api-mapped', 'appsync']);
});

test('reserved headers are written in lower case', () => {
  for (const name of RESERVED_HEADERS.names) expect(name).toMatch(/^[a-z-]+\*?$/);
});
