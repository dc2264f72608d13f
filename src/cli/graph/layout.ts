import type { Graph, GraphEdge, GraphNode } from './graph';

/** The sizes of a picture, in pixels. */
export const BOX = { width: 250, height: 46, gap: 16, channel: 90, margin: 24, top: 52 } as const;

/** A box in its place. */
export interface PlacedNode extends GraphNode {
  readonly x: number;
  readonly y: number;
}

/** An arrow between boxes in their places. */
export interface PlacedEdge extends GraphEdge {
  readonly start: PlacedNode;
  readonly end: PlacedNode;
}

/** A graph in its places, in pixels. */
export interface Layout {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly width: number;
  readonly height: number;
}

/**
 * Puts the columns side by side. In the first one boxes stand as they come; in each other one at the height of what leads to them, as far
 * as there is room, so that few arrows cross.
 */
export function layOut({ nodes, edges }: Graph): Layout {
  const placed = new Map<string, PlacedNode>();
  for (const column of [1, 0, 2, 3] as const) {
    const wished = nodes.filter((node) => node.column === column).map((node, i) => ({ node, height: wish(node, edges, placed) ?? i }));
    wished.sort((one, other) => one.height - other.height);
    stack(wished.map(({ node, height }) => ({ node, height: placed.size === 0 ? 0 : height })), column, placed);
  }
  spreadFunctions(placed, edges);
  const all = [...placed.values()];
  const byId = (id: string) => placed.get(id)!;
  return {
    nodes: all,
    edges: edges.map((edge) => ({ ...edge, start: byId(edge.from), end: byId(edge.to) })),
    width: 2 * BOX.margin + 4 * BOX.width + 3 * BOX.channel,
    height: Math.max(BOX.top + BOX.height, ...all.map(({ y }) => y + BOX.height)) + BOX.margin,
  };
}

/** The mean height of what a box is connected with, among those that have their place. */
function wish({ id }: GraphNode, edges: readonly GraphEdge[], placed: ReadonlyMap<string, PlacedNode>): number | undefined {
  const others = edges.flatMap(({ from, to }) => (from === id ? placed.get(to) ?? [] : to === id ? placed.get(from) ?? [] : []));
  return others.length === 0 ? undefined : others.reduce((sum, { y }) => sum + y, 0) / others.length;
}

function stack(wished: readonly { readonly node: GraphNode; readonly height: number }[], column: number, placed: Map<string, PlacedNode>): void {
  let free = BOX.top;
  for (const { node, height } of wished) {
    const y = Math.max(free, Math.round(height));
    placed.set(node.id, { ...node, x: BOX.margin + column * (BOX.width + BOX.channel), y });
    free = y + BOX.height + BOX.gap;
  }
}

/** Functions were placed first, close together: they move to the middle of what invokes them, in the same order. */
function spreadFunctions(placed: Map<string, PlacedNode>, edges: readonly GraphEdge[]): void {
  const triggers = new Map([...placed].filter(([, { column }]) => column === 0));
  const functions = [...placed.values()].filter(({ column }) => column === 1)
    .map((node) => ({ node, height: wish(node, edges, triggers) ?? node.y }));
  functions.sort((one, other) => one.height - other.height);
  stack(functions, 1, placed);
}
