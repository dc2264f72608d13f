import { inserted, readDefinition } from '../../../src/workflow/private/definition';

const INSERTIONS = [{ at: 1, value: { x: 1 } }, { at: 0, value: { x: 0 } }, { at: 2, value: { x: 2 } }];

test('what is put into a list stands before the element of the index', () => {
  expect(inserted(['a', 'b'], INSERTIONS)).toEqual([{ x: 0 }, 'a', { x: 1 }, 'b', { x: 2 }]);
  expect(inserted([], [INSERTIONS[1]])).toEqual([{ x: 0 }]);
});

test('an object gets edits at any depth, and is not changed itself', () => {
  const json = { StartAt: 'A', States: { A: { Branches: [{ States: { B: { Retry: [{ n: 1 }] } } }] } } };
  const copy = structuredClone(json);

  const after = readDefinition('Definition', json)!.with([{ path: ['States', 'A', 'Branches', 0, 'States', 'B'], list: 'Retry', insertions: [INSERTIONS[1]] }]);

  expect(after).toEqual({ StartAt: 'A', States: { A: { Branches: [{ States: { B: { Retry: [{ x: 0 }, { n: 1 }] } } }] } } });
  expect(json).toEqual(copy);
});

test('text and object are edited alike', () => {
  const json = { States: { A: { Type: 'Task', Catch: [{ n: 1 }, { n: 2 }] } } };
  const edits = [{ path: ['States', 'A'], list: 'Catch' as const, insertions: INSERTIONS }, { path: ['States', 'A'], list: 'Retry' as const, insertions: [INSERTIONS[1]] }];

  expect(JSON.parse(readDefinition('DefinitionString', JSON.stringify(json))!.with(edits) as string)).toEqual(readDefinition('Definition', json)!.with(edits));
});

test.each(['{}', '[]', '"States"', 'null', '{"States": ${States}}'])('what has no states that are known is none: %s', (text) => {
  expect(readDefinition('DefinitionString', text)).toBeUndefined();
});
