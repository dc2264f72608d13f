import type { Shown } from './shown';
import { METRICS, type Metric, type MetricId } from '../../facts/metrics';

/** A line of a graph. */
export interface Line {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Record<string, string>;
  readonly label: string;
  readonly statistic: string;
}

/** A graph. */
export interface Graph {
  readonly title: string;
  readonly lines: readonly Line[];
  /** More lines, which CloudWatch finds itself. */
  readonly searches?: readonly string[];
}

/** What a query finds in logs. */
export interface LogTable {
  readonly title: string;
  readonly query: string;
}

/** A row: one question. */
export interface Row {
  readonly title: string;
  /** What it means when a line rises. */
  readonly note: string;
  readonly graphs: readonly Graph[];
  readonly table?: LogTable;
}

/** A graph with a line for everything of a kind: which metric tells, by kind. */
interface GraphPlan {
  readonly title: string;
  readonly metrics: Partial<Record<Shown['kind'], MetricId>>;
  readonly statistic?: string;
}

interface RowPlan {
  readonly title: string;
  readonly note: string;
  readonly graphs: readonly GraphPlan[];
}

const DOWN_TO_FUNCTIONS: readonly RowPlan[] = [
  {
    title: 'Callers',
    note: 'What they are answered. 5xx: something of ours failed. 4xx: they did, or are throttled.',
    graphs: [
      { title: 'Answers 5xx', metrics: { restApi: 'restApiServerErrors', httpApi: 'httpApiServerErrors' } },
      { title: 'Share of 5xx', metrics: { restApi: 'restApiServerErrors', httpApi: 'httpApiServerErrors' }, statistic: 'Average' },
      { title: 'Answers 4xx', metrics: { restApi: 'restApiClientErrors', httpApi: 'httpApiClientErrors' } },
    ],
  },
  {
    title: 'Functions',
    note: 'Errors are counted in the minute in which the invocation began. Throttles are in neither errors nor invocations.',
    graphs: [
      { title: 'Errors', metrics: { function: 'functionErrors' } },
      { title: 'Throttles', metrics: { function: 'functionThrottles' } },
      { title: 'Slowest (ms)', metrics: { function: 'functionDuration' } },
    ],
  },
];

const BELOW_FUNCTIONS: readonly RowPlan[] = [
  {
    title: 'Retries and drops',
    note: 'Events wait and are tried again: their age grows. Then they are dropped, and kept by what is below. What could not be delivered there is lost.',
    graphs: [
      { title: 'Age of asynchronous events (ms)', metrics: { function: 'asyncEventAge' } },
      { title: 'Dropped', metrics: { function: 'asyncEventsDropped' } },
      { title: 'Lost: not delivered to the destination', metrics: { function: 'destinationDeliveryFailures' } },
      { title: 'Lost: not delivered to the dead letters', metrics: { function: 'deadLetterErrors' } },
    ],
  },
  {
    title: 'Queues',
    note: 'What waits here failed and is kept, or is yet to be done. At the end of its retention it is deleted.',
    graphs: [
      { title: 'Messages', metrics: { queue: 'queueMessagesVisible' } },
      { title: 'Age of the oldest (s)', metrics: { queue: 'queueOldestMessageAge' } },
      { title: 'Messages in work', metrics: { queue: 'queueMessagesNotVisible' } },
    ],
  },
];

/** The rows from the caller to the failure queue: those that have something to show. Errors by type come below those of functions. */
export function rowsOf(shown: readonly Shown[], errorTypes: readonly Row[]): Row[] {
  return [...planned(DOWN_TO_FUNCTIONS, shown), ...errorTypes, ...planned(BELOW_FUNCTIONS, shown)];
}

function planned(plans: readonly RowPlan[], shown: readonly Shown[]): Row[] {
  return plans.map(({ graphs, ...row }) => ({ ...row, graphs: graphs.map((plan) => ({ title: plan.title, lines: linesOf(plan, shown) })) }))
    .filter(({ graphs }) => graphs.some(({ lines }) => lines.length > 0));
}

function linesOf({ metrics, statistic }: GraphPlan, shown: readonly Shown[]): Line[] {
  return shown.flatMap(({ kind, name, label }) => {
    const id = metrics[kind];
    if (!id || name === undefined) return [];
    const metric: Metric = METRICS[id];
    // Without a stage an API has the metrics of all of its stages.
    return [{
      namespace: metric.namespace, name: metric.name, dimensions: { [metric.dimensions[0]]: name }, label, statistic: statistic ?? metric.statistic,
    }];
  });
}
