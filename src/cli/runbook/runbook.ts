import { count, logs, look, mute, redrive, rehearse, replay, type Step } from './commands';
import { METRICS, type Metric } from '../../facts';
import { escaped } from '../markdown';
import { groupedBy } from '../report/grouped';
import type { Bell, FunctionReport, Place, Report, Way } from '../report/report';
import { nameIn, rowsOf } from '../report/text';

/** What to do when something fails, for each function: Markdown. */
export function runbook({ functions }: Report): string {
  return ['# Runbook', '', 'What each alarm means, where the events are, and how to bring them back.', ...functions.flatMap(chapterOf)].join('\n');
}

function chapterOf({ fn, ways, operations: { redrives, experiments, testEvents } }: FunctionReport): string[] {
  return [
    '', `## ${escaped(nameIn(fn))}`,
    '', '### What can happen', ...ways.flatMap(wayOf),
    ...alarmsOf(ways),
    '', '### Look', ...steps(logs(fn)), ...placesIn(ways, ({ staysInSource }) => !staysInSource).flatMap((copy) => steps(look(copy))),
    ...placesIn(ways, ({ staysInSource }) => staysInSource).flatMap((source) => steps(count(source))),
    ...section('### Bring back', [...redrives.flatMap(redrive), ...once(ways.map(replay)).flat()]),
    ...section('### Rehearse', experiments.flatMap(rehearse)),
    ...testEvents.length > 0 ? ['', '### Try', '', 'The tab *Test* of the function in the Lambda console has shared events: one that succeeds, and one for each error.'] : [],
  ];
}

function wayOf(way: Way): string[] {
  const from = `${way.from}${way.by.id === way.fn.id ? '' : ` ${nameIn(way.by)}`}`;
  return ['', `**${escaped(from)}**: ${way.failures.join(', ')}`, '', ...rowsOf(way).map(([label, text]) => `- ${label}: ${escaped(text)}`)];
}

/** Each alarm once, with what its metric says and who hears of it. */
function alarmsOf(ways: readonly Way[]): string[] {
  const byAlarm = groupedBy(ways.flatMap(({ bells }) => bells), ({ alarm }) => nameIn(alarm));
  if (byAlarm.size === 0) return ['', '### Alarms', '', 'None.'];
  return ['', '### Alarms', ...[...byAlarm].flatMap(([name, [bell]]) => alarmOf(name, bell))];
}

function alarmOf(name: string, { alarm, metric, tells, rings, heardBy, flaws }: Bell): string[] {
  const { emittedWhen } = Object.values<Metric>(METRICS).find((fact) => fact.name === metric)!;
  const hearers = rings ? heardBy.join(', ') : 'nobody';
  return [
    '', `**${escaped(name)}** on ${metric}: ${MEANING[tells]}`, '',
    `- counted when: ${escaped(emittedWhen)}`, `- heard by: ${escaped(hearers)}`, ...flaws.map((flaw) => `- mind: ${escaped(flaw)}`), ...steps(mute(alarm)),
  ];
}

const MEANING = {
  copy: 'a failed event is kept and waits for somebody.',
  failure: 'something fails now.',
  loss: 'a failed event could not be kept and is gone.',
};

/** Where the events of some ways are, each place once. */
function placesIn(ways: readonly Way[], are: (way: Way) => boolean): Place[] {
  return [...new Map(ways.filter(are).flatMap(({ copies }) => copies).map((copy) => [nameIn(copy), copy])).values()];
}

function section(title: string, all: readonly Step[]): string[] {
  return all.length > 0 ? ['', title, ...steps(all)] : [];
}

function once(all: readonly (readonly Step[])[]): (readonly Step[])[] {
  return [...new Map(all.map((together) => [JSON.stringify(together), together])).values()];
}

function steps(all: readonly Step[]): string[] {
  return all.flatMap(({ text, command }) => ['', `${text}:`, '', '```sh', command, '```']);
}
