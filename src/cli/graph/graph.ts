import type { Report, Way } from '../report/report';
import { heardBy, nameIn } from '../report/text';

/** From left to right: who invokes, the function, where failures are kept, who hears of them. */
export type Column = 0 | 1 | 2 | 3;

/** A box. */
export interface GraphNode {
  readonly id: string;
  readonly column: Column;
  readonly title: string;
  readonly detail: string;
}

/** An arrow, which several ways may share. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly verdict: Way['verdict'];
  /** Numbers of ways, in the order of the report. */
  readonly ways: readonly number[];
}

/** The ways of a report as boxes and arrows. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

const SEVERITY = { kept: 0, unknown: 1, lost: 2 } as const;
const MOST_HEARERS = 3;

/** All ways of a report, numbered as they come. */
export function waysOf({ functions }: Report): readonly Way[] {
  return functions.flatMap(({ ways }) => ways);
}

/** Boxes and arrows of a report. */
export function graphOf(report: Report): Graph {
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, { from: string; to: string; verdict: Way['verdict']; ways: number[] }>();
  waysOf(report).forEach((way, number) => {
    const stops = stopsOf(way);
    for (const node of stops.flat()) nodes.set(node.id, node);
    for (let i = 1; i < stops.length; i++) {
      for (const from of stops[i - 1]) for (const to of stops[i]) connect(edges, from.id, to.id, way.verdict, number);
    }
  });
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}

function connect(edges: Map<string, { from: string; to: string; verdict: Way['verdict']; ways: number[] }>, from: string, to: string, verdict: Way['verdict'], way: number): void {
  const key = JSON.stringify([from, to]);
  const known = edges.get(key) ?? { from, to, verdict, ways: [] };
  edges.set(key, { ...known, verdict: SEVERITY[verdict] > SEVERITY[known.verdict] ? verdict : known.verdict, ways: [...known.ways, way] });
}

/** What a way passes, column by column. */
function stopsOf(way: Way): GraphNode[][] {
  const node = (column: Column, title: string, detail: string): GraphNode => ({ id: `${column} ${title} ${detail}`, column, title, detail });
  const isAlone = way.by.id === way.fn.id;
  const kept = way.kept.map((text) => {
    const [, title, detail] = /^(.*?)((?: for \d.*|, who .*)?)$/s.exec(text)!;
    return node(2, title, detail.replace(/^,? /, ''));
  });
  const hearers = way.heard === 'alarm' ? some(way.heardBy) : [heardBy(way)];
  return [
    [node(0, isAlone ? way.from : way.by.name, isAlone ? '' : way.from)],
    [node(1, nameIn(way.fn), way.qualifier)],
    kept.length > 0 ? kept : [way.verdict === 'unknown' ? node(2, 'not known', 'before the deployment') : node(2, 'nothing', way.isUnavoidable ? 'AWS has nothing to set' : 'the event is lost')],
    hearers.map((hearer) => node(3, hearer, '')),
  ];
}

function some(hearers: readonly string[]): string[] {
  return hearers.length <= MOST_HEARERS ? [...hearers] : [...hearers.slice(0, MOST_HEARERS), `${hearers.length - MOST_HEARERS} more`];
}
