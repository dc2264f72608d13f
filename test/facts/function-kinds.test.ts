import { DURABLE_EXECUTION_ACTIONS, FUNCTION_KINDS } from '../../src/facts/function-kinds';

test('nothing is said twice of a kind', () => {
  const keys = FUNCTION_KINDS.map(({ kind, what }) => `${kind}: ${what}`);

  expect(new Set(keys).size).toBe(keys.length);
});

test('durable functions have dead letters and no destinations', () => {
  const of = (word: string) => FUNCTION_KINDS.find(({ kind, what }) => kind === 'durable' && what.includes(word))?.works;

  expect([of('dead-letter'), of('destinations')]).toEqual(['yes', 'no']);
});

test('code of a durable function needs two actions of Lambda', () => {
  expect(DURABLE_EXECUTION_ACTIONS.actions).toEqual(['lambda:CheckpointDurableExecution', 'lambda:GetDurableExecutionState']);
});
