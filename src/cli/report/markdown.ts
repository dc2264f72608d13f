import type { FunctionReport, Report } from './report';
import { forecastLines, heardBy, nameIn } from './text';
import { escaped, table } from '../markdown';

const COLUMNS = ['Invoker', 'Fails by', 'Verdict', 'Tried', 'Kept in', 'Heard by', 'To do'];

/** The report as a page. */
export function reportMarkdown({ functions, uninvoked, totals: { kept, lost, unknown, unavoidable, awaited }, forecast }: Report): string {
  return [
    '# Where the errors of Lambda functions go', '',
    `Ways of events: ${kept} kept, ${lost} lost, ${unknown} unknown${unavoidable > 0 ? `, ${unavoidable} lost where AWS has nothing to set` : ''}${awaited > 0 ? `, ${awaited} lost of which whoever waits is told` : ''}.`,
    ...functions.flatMap(sectionOf),
    ...uninvoked.length > 0 ? ['', '## Invoked by nothing in these templates', '', ...uninvoked.map((fn) => `- ${escaped(nameIn(fn))}`)] : [],
    '', '## Size', '', ...forecastLines(forecast).map((line) => `- ${escaped(line)}`),
  ].join('\n');
}

function sectionOf({ fn, ways }: FunctionReport): string[] {
  const rows = ways.map((way) => [
    `${way.from}${way.by.id === fn.id ? '' : ` ${way.by.name}`}${way.qualifier && ` (${way.qualifier})`}`, way.failures.join(', '), way.isUnavoidable ? `${way.verdict}: AWS has nothing to set` : way.verdict,
    way.attempts, way.kept.join('; '), heardBy(way), way.troubles.map(({ text, fix }) => `${text}: ${fix}`).join('; '),
  ]);
  return ['', `## ${escaped(nameIn(fn))}`, '', ...table(COLUMNS, rows)];
}
