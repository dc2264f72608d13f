import * as fc from 'fast-check';
import type { Graph, GraphNode } from '../../../src/cli/graph/graph';
import { BOX, layOut } from '../../../src/cli/graph/layout';

const anyWay = fc.tuple(fc.nat(11), fc.nat(11), fc.nat(5), fc.nat(3));

const anyGraph = fc.array(anyWay, { minLength: 1, maxLength: 40 }).map((ways): Graph => {
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, Graph['edges'][number]>();
  for (const way of ways) {
    const ids = way.map((n, column) => `${column}-${n}`);
    ids.forEach((id, column) => nodes.set(id, { id, column: column as GraphNode['column'], title: id, detail: '' }));
    for (let i = 1; i < 4; i++) edges.set(ids[i - 1] + ids[i], { from: ids[i - 1], to: ids[i], verdict: 'kept', ways: [0] });
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
});

test('no two boxes overlap, all are inside, and nothing is left out', () => {
  fc.assert(fc.property(anyGraph, (graph) => {
    const { nodes, edges, width, height } = layOut(graph);
    expect([nodes.length, edges.length]).toEqual([graph.nodes.length, graph.edges.length]);
    for (const { x, y } of nodes) expect(x >= 0 && y >= BOX.top && x + BOX.width <= width && y + BOX.height <= height).toBe(true);
    for (const one of nodes) {
      for (const other of nodes) expect(one === other || one.x !== other.x || Math.abs(one.y - other.y) >= BOX.height + BOX.gap).toBe(true);
    }
  }), { numRuns: 60 });
});

test('an empty graph has its headings', () => {
  expect(layOut({ nodes: [], edges: [] }).height).toBeGreaterThan(BOX.top);
});
