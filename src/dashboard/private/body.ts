import type { Graph, Line, LogTable, Row } from './rows';

/** A widget, as CloudWatch takes it. */
export interface Widget {
  readonly type: 'text' | 'metric' | 'alarm' | 'log';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly properties: Record<string, unknown>;
}

/** What else stands on a dashboard than rows of graphs. */
export interface BodyParts {
  readonly title: string;
  readonly region: string;
  readonly alarms: readonly string[];
  readonly rows: readonly Row[];
  /** Ways to look further, as Markdown. */
  readonly links: readonly string[];
}

const COLUMNS = 24;
const GRAPH_HEIGHT = 5;
const TEXT_HEIGHT = 2;
/** Widgets of alarms take so many. */
const ALARMS_PER_WIDGET = 100;
/** How many lines people can tell apart: of more, those that are highest are drawn. */
const MOST_LINES = 10;
const PERIOD = 300;

/** The widgets of a dashboard, row by row, over its full width. */
export function widgetsOf({ title, region, alarms, rows, links }: BodyParts): Widget[] {
  const page = new Page();
  page.add(TEXT_HEIGHT, [text([`# ${title}`, ['From the caller down to the failure queue.', ...links].join(' · ')])]);
  for (let first = 0; first < alarms.length; first += ALARMS_PER_WIDGET) {
    page.add(Math.min(8, 2 + Math.ceil(alarms.length / 8)), [{
      type: 'alarm', properties: { title: 'Alarms', alarms: alarms.slice(first, first + ALARMS_PER_WIDGET) },
    }]);
  }
  for (const row of rows) {
    page.add(TEXT_HEIGHT, [text([`## ${row.title}`, row.note])]);
    const graphs = row.graphs.filter(({ lines, searches = [] }) => lines.length + searches.length > 0).map((graph) => graphOf(graph, region));
    page.add(GRAPH_HEIGHT, [...graphs, ...row.table ? [tableOf(row.table, region)] : []]);
  }
  return page.widgets;
}

type Content = Pick<Widget, 'type' | 'properties'>;

/** Rows below each other, each as wide as the page. */
class Page {
  public readonly widgets: Widget[] = [];
  private y = 0;

  public add(height: number, contents: readonly Content[]): void {
    const width = COLUMNS / contents.length;
    contents.forEach((content, index) => this.widgets.push({ ...content, x: index * width, y: this.y, width, height }));
    this.y += height;
  }
}

function text(lines: readonly string[]): Content {
  return { type: 'text', properties: { markdown: lines.join('\n'), background: 'transparent' } };
}

function tableOf({ title, query }: LogTable, region: string): Content {
  return { type: 'log', properties: { title, query, region, view: 'table' } };
}

function graphOf({ title, lines, searches = [] }: Graph, region: string): Content {
  const crowded = lines.length > MOST_LINES;
  return {
    type: 'metric',
    properties: {
      title: crowded ? `${title}: the ${MOST_LINES} highest of ${lines.length}` : title,
      view: 'timeSeries',
      region,
      period: PERIOD,
      stat: lines[0]?.statistic ?? 'Sum',
      metrics: [
        ...crowded ? [[{ expression: `SORT(METRICS(), MAX, DESC, ${MOST_LINES})`, id: 'highest', label: '' }]] : [],
        ...searches.map((expression, index) => [{ expression, id: `s${index}` }]),
        ...lines.map((line, index) => metricOf(line, crowded ? { id: `m${index}`, visible: false } : {})),
      ],
      yAxis: { left: { min: 0, showUnits: false } },
      legend: { position: 'bottom' },
    },
  };
}

function metricOf({ namespace, name, dimensions, label }: Line, more: object): unknown[] {
  return [namespace, name, ...Object.entries(dimensions).flat(), { label, ...more }];
}
