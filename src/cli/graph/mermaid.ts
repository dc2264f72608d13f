import type { Graph } from './graph';

const COLOURS = { kept: '#1a7f37', unknown: '#9a6700', lost: '#cf222e' } as const;

/** The graph as Mermaid, which GitHub draws in Markdown. */
export function mermaid({ nodes, edges }: Graph): string {
  const ids = new Map(nodes.map(({ id }, i) => [id, `n${i}`]));
  return [
    'flowchart LR',
    ...nodes.map(({ id, title, detail }) => `  ${ids.get(id)}["${label(title)}${detail ? `<br/>${label(detail)}` : ''}"]`),
    ...edges.map(({ from, to, verdict }) => `  ${ids.get(from)} ${verdict === 'kept' ? '-->' : '-.->'} ${ids.get(to)}`),
    ...edges.map(({ verdict }, i) => `  linkStyle ${i} stroke:${COLOURS[verdict]}`),
  ].join('\n');
}

/** Text of others: only letters, digits and what is harmless stand for themselves. */
function label(text: string): string {
  return text.replace(/[^\p{L}\p{N} .,:/@()_+-]/gu, (mark) => `#${mark.codePointAt(0)};`);
}
