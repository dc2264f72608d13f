import { counted } from './counted';
import { groupedBy } from './grouped';
import type { FunctionReport, Place, Report, Way } from './report';
import { plain, type Paint } from '../paint';

const MARKS = { kept: '✓', lost: '✗', unknown: '?' } as const;
const COLOURS = { kept: 'green', lost: 'red', unknown: 'yellow' } as const;
const INDENT = ' '.repeat(6);

/** The report for people. */
export function reportText(report: Report, paint: Paint): string {
  return [...report.functions.map((one) => functionText(one, paint)), ...uninvokedText(report), totalsText(report, paint), forecastText(report, paint)].join('\n\n');
}

function functionText({ fn, ways }: FunctionReport, paint: Paint): string {
  const byTrigger = groupedBy(ways, ({ from, by, qualifier }) => `  ${plain(from)}${by.id === fn.id ? '' : ` ${nameIn(by)}`}${qualifier && ` (${plain(qualifier)})`}`);
  return [paint('bold', nameIn(fn)), ...[...byTrigger].flatMap(([trigger, itsWays]) => [trigger, ...itsWays.map((way) => wayText(way, paint))])].join('\n');
}

function wayText(way: Way, paint: Paint): string {
  const verdict = `${MARKS[way.verdict]} ${way.verdict.padEnd(7)}`;
  return [
    `    ${paint(COLOURS[way.verdict], verdict)} ${way.failures.join(', ')}${way.isUnavoidable ? ': AWS has nothing to set' : ''}`,
    ...labelled(rowsOf(way)),
  ].join('\n');
}

/** What a way is made of: labels and texts. */
export function rowsOf(way: Way): readonly (readonly [label: string, text: string])[] {
  return [
    ['tried', way.attempts],
    ['kept in', way.kept.join('; ') || 'nothing'],
    ['alarm', alarmsOf(way) || 'none'],
    ['heard by', heardBy(way)],
    ...way.troubles.map(({ effect, text, fix }) => [effect, `${text}: ${fix}`] as const),
  ];
}

function labelled(rows: readonly (readonly [label: string, text: string])[]): string[] {
  return rows.map(([label, text]) => `${INDENT}${label.padEnd(8)}  ${plain(text)}`);
}

/** The alarms that tell of the failure: those of its copy first, as they stay on until somebody has looked. */
function alarmsOf({ bells }: Way): string {
  const ringing = (['copy', 'failure'] as const).flatMap((kind) => bells.filter(({ rings, tells }) => rings && tells === kind));
  return [...new Set(ringing.map(({ metric }) => metric))].join(', ');
}

/** Who hears of it, in words. */
export function heardBy({ heard, heardBy: hearers }: Way): string {
  if (heard === 'alarm') return hearers.join(', ');
  if (heard === 'caller') return 'the caller';
  return heard === 'nobody' ? 'nobody' : [...hearers, 'not known'].join(', ');
}

function uninvokedText({ uninvoked }: Report): string[] {
  return uninvoked.length === 0 ? [] : [`Invoked by nothing that is in these templates: ${uninvoked.map(nameIn).join(', ')}`];
}

function totalsText({ totals: { functions, kept, lost, unavoidable, awaited, unknown, silent } }: Report, paint: Paint): string {
  const counts = [
    paint('green', `${kept} kept`),
    lost > 0 ? paint('red', `${lost} lost`) : '0 lost',
    unknown > 0 ? paint('yellow', `${unknown} unknown`) : '0 unknown',
    ...unavoidable > 0 ? [`${unavoidable} lost where AWS has nothing to set`] : [],
    ...awaited > 0 ? [`${awaited} lost of which whoever waits is told`] : [],
    ...silent > 0 ? [paint('yellow', `${silent} that nobody hears of`)] : [],
  ];
  return `${counted(functions, 'function')}; ways of their events: ${counts.join(', ')}`;
}

function forecastText({ forecast }: Report, paint: Paint): string {
  return paint('dim', forecastLines(forecast).map(plain).join('\n'));
}

/** Resources, alarms and costs in words. */
export function forecastLines({ stacks, alarms, alarmCost, openAlarms }: Report['forecast']): string[] {
  const open = openAlarms > 0 ? `, and what ${openAlarms} of them match when deployed` : '';
  return [
    `Resources: ${stacks.map(({ name, resources, limit }) => `${name || 'template'} ${resources} of ${limit}`).join(', ')}`,
    `Alarms: ${alarms}, about $${alarmCost.toFixed(2)} a month by list price${open}`,
  ];
}

/** The name of a resource with that of its stack. */
export function nameIn({ name, template }: Place): string {
  return plain(template === '' ? name : `${template}/${name}`);
}
