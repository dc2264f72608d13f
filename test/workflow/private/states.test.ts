import { levelOf, levelsBelow, reachable } from '../../../src/workflow/private/states';

test('states are found in every kind of workflow inside of a state', () => {
  const inner = (name: string) => ({ StartAt: name, States: { [name]: { Type: 'Pass' } } });
  const levels = levelsBelow(levelOf({
    States: { Map: { ItemProcessor: inner('New') }, Old: { Iterator: inner('Older') }, Both: { Branches: [inner('One'), inner('Two')] } },
  }));

  expect(levels.map((level) => level.map(({ name }) => name)).filter((names) => names.length > 0)).toEqual([['Map', 'Old', 'Both'], ['New'], ['Older'], ['One'], ['Two']]);
  expect(levels.flat().find(({ name }) => name === 'Two')!.path).toEqual(['States', 'Both', 'Branches', 1, 'States', 'Two']);
});

test.each([undefined, null, 'text', [], { States: 0 }, { States: { A: 'B', C: null, D: [] } }])('anything else has no states: %p', (json) => {
  expect(levelOf(json)).toEqual([]);
});

test('a state leads to all that come after it by any way, and to itself', () => {
  const level = levelOf({
    States: {
      A: { Next: 'B' },
      B: { Choices: [{ Next: 'C' }, { Next: 'D' }], Default: 'E' },
      C: { Catch: [{ Next: 'F' }] },
      D: { Next: 'B' },
      F: { End: true },
      Z: { Next: 'A' },
    },
  });

  expect([...reachable(level, 'A')].sort()).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
  expect([...reachable(level, 'F')]).toEqual(['F']);
});
