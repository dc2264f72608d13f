import { mermaid } from '../../../src/cli/graph/mermaid';

const node = (id: string, title: string) => ({ id, column: 0 as const, title, detail: 'of "it"' });

test('is a flowchart in which text of others is no syntax', () => {
  expect(mermaid({ nodes: [node('a', 'A]"; click'), node('b', 'B')], edges: [{ from: 'a', to: 'b', verdict: 'lost', ways: [0] }] })).toBe([
    'flowchart LR', '  n0["A#93;#34;#59; click<br/>of #34;it#34;"]', '  n1["B<br/>of #34;it#34;"]', '  n0 -.-> n1', '  linkStyle 0 stroke:#cf222e',
  ].join('\n'));
});

test('what is kept is a full line, and a box without detail has one line', () => {
  const plain = (id: string) => ({ ...node(id, id), detail: '' });

  expect(mermaid({ nodes: [plain('a'), plain('b')], edges: [{ from: 'b', to: 'a', verdict: 'kept', ways: [0] }] })).toBe('flowchart LR\n  n0["a"]\n  n1["b"]\n  n1 --> n0\n  linkStyle 0 stroke:#1a7f37');
});
