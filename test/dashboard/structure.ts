/**
 * The structure of a dashboard body, by CloudWatch's documentation and by nothing of the library. Returns what is wrong.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
 */
export function structureProblems(body: any): string[] {
  const problems: string[] = [];
  const must = (holds: unknown, what: string): void => { if (!holds) problems.push(what); };
  must(body.start === undefined || /^-P(?=.)(\d+[WD])*(T(\d+[HM])+)?$/.test(body.start), `start ${body.start}`);
  must(Array.isArray(body.widgets) && body.widgets.length <= 500, 'widgets: an array of up to 500');
  unknownKeys(body, ['start', 'end', 'periodOverride', 'widgets', 'variables'], 'body', must);
  for (const [index, widget] of body.widgets.entries()) {
    const where = `widgets[${index}]`;
    unknownKeys(widget, ['type', 'x', 'y', 'width', 'height', 'properties'], where, must);
    must(isWhole(widget.x, 0, 23), `${where}.x ${widget.x}`);
    must(isWhole(widget.y, 0, Infinity), `${where}.y ${widget.y}`);
    must(isWhole(widget.width, 1, 24 - widget.x), `${where}.width ${widget.width}`);
    must(isWhole(widget.height, 1, 1_000), `${where}.height ${widget.height}`);
    must(widget.type in KINDS, `${where}.type ${widget.type}`);
    KINDS[widget.type]?.(widget.properties, where, must);
  }
  body.widgets.forEach((one: any, index: number) => body.widgets.slice(index + 1).forEach((other: any) => must(!overlap(one, other), `${title(one)} covers ${title(other)}`)));
  must(body.widgets.flatMap(({ properties: { metrics = [] } }: any) => metrics).length <= 2_500, 'more than 2,500 metrics');
  return problems;
}

type Must = (holds: unknown, what: string) => void;

const KINDS: Record<string, (properties: any, where: string, must: Must) => void> = {
  text(properties, where, must) {
    unknownKeys(properties, ['markdown', 'background'], where, must);
    must(typeof properties.markdown === 'string', `${where}.markdown`);
    must([undefined, 'solid', 'transparent'].includes(properties.background), `${where}.background`);
  },
  alarm(properties, where, must) {
    unknownKeys(properties, ['alarms', 'sortBy', 'states', 'title'], where, must);
    must(Array.isArray(properties.alarms) && properties.alarms.length >= 1 && properties.alarms.length <= 100, `${where}.alarms: 1 to 100 ARNs`);
  },
  log(properties, where, must) {
    unknownKeys(properties, ['accountId', 'region', 'query', 'title', 'queryLanguage', 'view'], where, must);
    must(typeof properties.region === 'string', `${where}.region is required`);
    must(/^SOURCE '[^']+'( \| SOURCE '[^']+')* \| /.test(properties.query), `${where}.query ${properties.query}`);
    must(['table', 'timeSeries', 'bar', 'pie'].includes(properties.view), `${where}.view`);
  },
  metric(properties, where, must) {
    unknownKeys(properties, ['accountId', 'annotations', 'legend', 'liveData', 'metrics', 'period', 'region', 'setPeriodToTimeRange', 'stat', 'title', 'view', 'stacked', 'timezone', 'yAxis', 'sparkline', 'table'], where, must);
    must(typeof properties.region === 'string', `${where}.region is required`);
    must(['timeSeries', 'singleValue', 'gauge', 'bar', 'pie', 'table'].includes(properties.view), `${where}.view`);
    must(properties.period % 60 === 0, `${where}.period ${properties.period}`);
    must(/^(SampleCount|Average|Sum|Minimum|Maximum|p\d{1,2}(\.\d+)?)$/.test(properties.stat), `${where}.stat ${properties.stat}`);
    must(Array.isArray(properties.metrics) && properties.metrics.length >= 1 && properties.metrics.length <= 500, `${where}.metrics: 1 to 500`);
    const ids = properties.metrics.map((metric: unknown[]) => (metric[metric.length - 1] as any)?.id).filter(Boolean);
    must(new Set(ids).size === ids.length && ids.every((id: string) => /^[a-z]\w*$/.test(id)), `${where}: ids ${ids}`);
    properties.metrics.forEach((metric: unknown[], index: number) => metricProblems(metric, `${where}.metrics[${index}]`, must));
  },
};

/** `[{ expression … }]`, or `[namespace, name, dimension, value, …, { rendering }]`. */
function metricProblems(metric: unknown[], where: string, must: Must): void {
  const last = metric[metric.length - 1] as Record<string, unknown>;
  if (typeof last !== 'object') {
    must(false, `${where}: no rendering at the end`);
    return;
  }
  unknownKeys(last, ['accountId', 'color', 'expression', 'id', 'label', 'period', 'region', 'stat', 'visible', 'yAxis'], where, must);
  if ('expression' in last) {
    must(metric.length === 1 && typeof last.expression === 'string', `${where}: an expression stands alone`);
    return;
  }
  const names = metric.slice(0, -1);
  must(names.length >= 2 && names.length % 2 === 0 && names.length <= 2 + 60 && names.every((name) => typeof name === 'string' && name !== '' && name !== '.'), `${where}: ${names}`);
}

function unknownKeys(value: object, known: string[], where: string, must: Must): void {
  for (const key of Object.keys(value)) must(known.includes(key), `${where} has ${key}`);
}

function isWhole(value: unknown, min: number, max: number): boolean {
  return Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
}

function overlap(one: any, other: any): boolean {
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
}

function title({ type, x, y, properties }: any): string {
  return `${properties.title ?? type} at ${x},${y}`;
}
