import { Unsupported } from '../../../src/analysis/simulation/template-nodes';
import { callText } from '../../../src/analysis/simulation/text-methods';

test.each([
  ['abc', 'startsWith', ['a'], true], ['abc', 'endsWith', ['a'], false], ['abc', 'contains', ['b'], true], ['abc', 'equals', ['abc'], true], ['', 'isEmpty', [], true],
  ["a'a", 'replaceAll', ["'", '"'], 'a"a'], ['it\'s / "x" é\n', 'escapeJavaScript', [], 'it\\\'s \\/ \\"x\\" \\u00E9\\n'],
] as const)('%j.%s(%j)', (text, name, others, result) => {
  expect(callText(text, name, others)).toBe(result);
});

test.each([
  ['replaceAll', ['a', '$1']], ['replaceAll', ['.*', 'b']], ['replaceAll', ['a++', 'b']], ['startsWith', []], ['startsWith', [1]], ['substring', ['1']], ['constructor', []],
])('%s(%j) is refused', (name, others) => {
  expect(() => callText('a', name, others)).toThrow(Unsupported);
});
