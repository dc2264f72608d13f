import { escaped, table } from '../../src/cli/markdown';

test('text of others is no markup, no HTML and no mention', () => {
  expect(escaped('**a** <b> [c](d) @team on-call@example.com')).toBe('\\*\\*a\\*\\* &lt;b&gt; \\[c\\](d) @\u200bteam on-call@example.com');
});

test('a table', () => {
  expect(table(['A', 'B'], [['1', '2|3']])).toEqual(['| A | B |', '| --- | --- |', '| 1 | 2\\|3 |']);
});
