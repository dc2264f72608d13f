import type { Graph } from './graph';
import { BOX, layOut, type PlacedEdge, type PlacedNode } from './layout';
import { escapeXml } from '../xml';

const HEADINGS = ['Invoked by', 'Function', 'Failures are kept in', 'Heard by'];
/** What fits into a box even when its letters are wide. */
const LETTERS = { title: 28, detail: 33 };

/** The classes that a page or the picture itself gives colours to; dark where the reader prefers it. */
export const COLOURS = `
.graph { --ink: #1f2328; --soft: #59636e; --box: #f6f8fa; --line: #d1d9e0; --kept: #1a7f37; --unknown: #9a6700; --lost: #cf222e; font-family: system-ui, sans-serif; }
@media (prefers-color-scheme: dark) { .graph { --ink: #f0f6fc; --soft: #9198a1; --box: #151b23; --line: #3d444d; --kept: #3fb950; --unknown: #d29922; --lost: #f85149; } }
.graph text { fill: var(--ink); font-size: 13px; }
.graph .detail, .graph .heading { fill: var(--soft); font-size: 11.5px; }
.graph .heading { font-weight: 600; }
.graph rect { fill: var(--box); stroke: var(--line); }
.graph path { fill: none; stroke-width: 1.75; }
.graph .kept { stroke: var(--kept); } .graph .unknown { stroke: var(--unknown); stroke-dasharray: 5 4; } .graph .lost { stroke: var(--lost); stroke-dasharray: 2 4; stroke-width: 2.5; }
`;

/** The graph as a picture that stands for itself. */
export function svg(graph: Graph): string {
  const { nodes, edges, width, height } = layOut(graph);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="graph" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Where the errors of Lambda functions go">`,
    `<style>${COLOURS}</style>`,
    ...HEADINGS.map((heading, column) => `<text class="heading" x="${BOX.margin + column * (BOX.width + BOX.channel)}" y="${BOX.top - 20}">${heading}</text>`),
    ...edges.map(arrow),
    ...nodes.map(box),
    '</svg>',
  ].join('\n');
}

function arrow({ start, end, verdict, ways }: PlacedEdge): string {
  const [x1, y1, x2, y2] = [start.x + BOX.width, start.y + BOX.height / 2, end.x, end.y + BOX.height / 2];
  const bend = BOX.channel / 2;
  return `<path class="edge ${verdict}" data-ways="${ways.join(' ')}" d="M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}"><title>${escapeXml(`${start.title} → ${end.title}: ${verdict}`)}</title></path>`;
}

function box({ id, x, y, title, detail }: PlacedNode): string {
  const middle = y + BOX.height / 2;
  return [
    `<g class="node" data-node="${escapeXml(id)}"><title>${escapeXml([title, detail].filter(Boolean).join('\n'))}</title>`,
    `<rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="6"/>`,
    `<text x="${x + 12}" y="${detail ? middle - 3 : middle + 4}">${escapeXml(shortened(title, LETTERS.title))}</text>`,
    ...detail ? [`<text class="detail" x="${x + 12}" y="${middle + 14}">${escapeXml(cut(detail, LETTERS.detail))}</text>`] : [],
    '</g>',
  ].join('');
}

/** The end of a name says more than its beginning. */
function shortened(text: string, letters: number): string {
  const all = [...text];
  return all.length <= letters ? text : `…${all.slice(all.length - letters + 1).join('')}`;
}

function cut(text: string, letters: number): string {
  const all = [...text];
  return all.length <= letters ? text : `${all.slice(0, letters - 1).join('')}…`;
}
