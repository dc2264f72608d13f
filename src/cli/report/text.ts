import type { Bell, FunctionReport, Place, Report, Way } from './report';
import { plain, type Paint } from '../paint';

const MARKS = { kept: '✓', lost: '✗', unknown: '?' } as const;
const COLOURS = { kept: 'green', lost: 'red', unknown: 'yellow' } as const;

/** The report for people. */
export function reportText(report: Report, paint: Paint): string {
  return [...report.functions.map((one) => functionText(one, paint)), ...uninvokedText(report), totalsText(report, paint), forecastText(report, paint)].join('\n\n');
}

function functionText({ fn, ways }: FunctionReport, paint: Paint): string {
  return [paint('bold', named(fn)), ...ways.map((way) => wayText(way, paint))].join('\n');
}

function wayText(way: Way, paint: Paint): string {
  const mark = paint(COLOURS[way.verdict], `${MARKS[way.verdict]} ${way.verdict}${way.isUnavoidable ? ', AWS has nothing to set' : ''}`);
  const by = way.by.id === way.fn.id ? '' : ` ${named(way.by)}`;
  const rows: [string, string][] = [
    ['fails by', way.failures.join(', ')],
    ['tried', way.attempts],
    ['kept in', way.kept.join('; ') || 'nothing'],
    ['alarm', bells(way.bells)],
    ['heard by', heardBy(way)],
    ...way.troubles.map(({ effect, text, fix }): [string, string] => [effect, `${text}. To do: ${fix}`]),
  ];
  return [`  ${mark}  ${plain(way.from)}${by}${way.qualifier && ` (${plain(way.qualifier)})`}`, ...rows.map(([label, text]) => `      ${label.padEnd(8)}  ${plain(text)}`)].join('\n');
}

function bells(all: readonly Bell[]): string {
  const ringing = all.filter(({ rings }) => rings);
  return [...new Set(ringing.map(({ alarm, metric }) => `${metric} (${alarm.name})`))].join(', ') || 'none';
}

/** Who hears of it, in words. */
export function heardBy({ heard, heardBy: hearers }: Way): string {
  if (heard === 'alarm') return hearers.join(', ');
  if (heard === 'caller') return 'the caller';
  return heard === 'nobody' ? 'nobody' : [...hearers, 'not known'].join(', ');
}

function uninvokedText({ uninvoked }: Report): string[] {
  return uninvoked.length === 0 ? [] : [`Invoked by nothing that is in these templates: ${uninvoked.map(named).join(', ')}`];
}

function totalsText({ totals: { functions, kept, lost, unavoidable, unknown, silent } }: Report, paint: Paint): string {
  const counts = [
    paint('green', `${kept} kept`),
    lost > 0 ? paint('red', `${lost} lost`) : '0 lost',
    unknown > 0 ? paint('yellow', `${unknown} unknown`) : '0 unknown',
    ...unavoidable > 0 ? [`${unavoidable} lost where AWS has nothing to set`] : [],
    ...silent > 0 ? [paint('yellow', `${silent} that nobody hears of`)] : [],
  ];
  return `${functions} function${functions === 1 ? '' : 's'}; ways of their events: ${counts.join(', ')}`;
}

function forecastText({ forecast: { stacks, alarms, alarmCost, openAlarms } }: Report, paint: Paint): string {
  const resources = stacks.map(({ name, resources: count, limit }) => `${plain(name) || 'template'} ${count} of ${limit}`).join(', ');
  const open = openAlarms > 0 ? `, and what ${openAlarms} queries match when deployed` : '';
  return paint('dim', `Resources: ${resources}\nAlarms: ${alarms}, about $${alarmCost.toFixed(2)} a month by list price${open}`);
}

function named({ name, template }: Place): string {
  return plain(template === '' ? name : `${template}/${name}`);
}
