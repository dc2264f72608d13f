import type { Copy, FailurePath, ToldBy } from './failure-path';
import { METRICS } from '../../facts/metrics';
import { SAFETY_NETS } from '../../facts/safety-nets';
import type { Hearer } from '../model/hearers';
import { nameOfInvoker } from '../model/model';
import { qualifierText } from '../model/qualifier';
import type { Trigger } from '../model/trigger';
import { addTo } from '../template/once';
import type { Resource } from '../template/resource';

const UNITS: readonly (readonly [seconds: number, name: string])[] = [[86_400, 'd'], [3_600, 'h'], [60, 'min'], [1, 's']];

/** A time in its largest whole unit. */
export function duration(seconds: number): string {
  const [unit, name] = UNITS.find(([size]) => seconds >= size && seconds % size === 0) ?? UNITS[UNITS.length - 1];
  return `${seconds / unit} ${name}`;
}

/** How often and how long an event is tried, and by whom. */
export function attemptsText({ attempts: { count, within, waits, isOpen }, outcome: { retriedBy, tries }, verdict }: FailurePath): string {
  if (tries === 'as-the-caller-decides') return 'as the caller decides';
  if (count === 1) return 'once';
  const times = count === undefined ? 'again' : `${count} times`;
  const limit = within === undefined ? '' : ` within ${duration(within)}`;
  const pauses = waits.length > 0 ? `, after ${waits.map(duration).join(', ')}` : '';
  const who = retriedBy === 'nobody' ? '' : ` by ${WHO[retriedBy]}`;
  if (count === undefined && within === undefined) return tries === 'not-documented' ? 'not documented' : `until it succeeds${who}${verdict === 'lost' ? ', or the source deletes it' : ''}`;
  return `${times}${limit}${who}${pauses}${isOpen ? ' (a number is set at deployment)' : ''}`;
}

const WHO = { caller: 'the caller', invoker: 'the invoker', lambda: 'Lambda', source: 'what reads the source' };

/** Where a copy is, and for how long. */
export function keptText({ net, resource, text, retention }: Copy): string {
  const name = resource ? nameOf(resource) : text ?? SAFETY_NETS[net].name;
  const where = resource && net === 'execution' ? `the execution of ${name}` : name;
  return retention === undefined ? where : `${where} for ${duration(retention)}`;
}

/** Where the event of a way is, in words: empty, if nowhere. */
export function keptTexts({ copies, net, verdict }: FailurePath): string[] {
  if (copies.length > 0) return [...new Set(copies.map(keptText))];
  return net.keeps === 'caller' && verdict === 'kept' ? [net.name] : [];
}

/** The path of the construct below its stack, without what every one of its kind has at the end, else the logical id. */
export function nameOf({ id, metadata, template }: Resource): string {
  const path = (metadata as Record<string, unknown> | undefined)?.['aws:cdk:path'];
  if (typeof path !== 'string') return id;
  // A stack in a stage has a path of several parts.
  const stack = template.name !== undefined && path.startsWith(`${template.name}/`) ? template.name : path.split('/', 1)[0];
  const parts = path.slice(stack.length + 1).split('/');
  const own = parts.filter((part, i) => !(i === parts.length - 1 && part === 'Resource'));
  return own.join('/') || id;
}

/** The endpoints of a topic where the template has them: they say more than the name of the topic. */
export function hearerNames({ resource, text, subscriptions }: Hearer): string[] {
  const endpoints = subscriptions.map((subscription) => subscription.get('Endpoint').text()).filter((endpoint) => endpoint !== undefined);
  return endpoints.length > 0 ? endpoints : [resource ? nameOf(resource) : text ?? ''];
}

/** The alarms that somebody hears of when an event fails on a way. */
export function ringingAlarms({ alarms }: Pick<FailurePath, 'alarms'>): ToldBy[] {
  return alarms.filter(({ rings, tells }) => rings && tells !== 'loss');
}

/** Who hears of it, in words. */
export function heardByText(path: Pick<FailurePath, 'alarms' | 'heard'>): string {
  const names = [...new Set(ringingAlarms(path).flatMap(({ heardBy }) => heardBy.flatMap(hearerNames)))];
  if (path.heard === 'alarm') return names.join(', ');
  if (path.heard === 'caller') return 'the caller';
  return path.heard === 'nobody' ? 'nobody' : [...names, 'not known'].join(', ');
}

/** What invokes, in words: of a state machine the state. */
export function invokerText({ invoker, state }: Trigger): string {
  return `${nameOfInvoker(invoker)}${state === undefined ? '' : ` "${state}"`}`;
}

/** Who invokes what, in words. */
export function triggerText(trigger: Trigger): string {
  const { by, fn, qualifier } = trigger;
  const alias = qualifierText(qualifier);
  return `${invokerText(trigger)}${by === fn ? '' : ` ${nameOf(by)}`} → ${nameOf(fn)}${alias && ` (${alias})`}`;
}

/** Ways, for messages: what invokes what, and a line for each thing that is known of it. Failures that end alike are told together. */
export function pathsText(paths: readonly FailurePath[]): string {
  const alike = new Map<string, FailurePath[]>();
  for (const path of paths) {
    const key = `${path.verdict} ${triggerText(path.trigger)} ${rowsText(path)}`;
    addTo(alike, key, path);
  }
  return [...alike.values()].map((same) => [`${same[0].verdict}: ${triggerText(same[0].trigger)}: ${same.map(({ failure }) => failure).join(', ')}`, rowsText(same[0])].join('\n')).join('\n');
}

function rowsText(path: FailurePath): string {
  const rows = [
    ['tried', attemptsText(path)],
    ['kept in', keptTexts(path).join('; ') || 'nothing'],
    ['alarm', [...new Set(ringingAlarms(path).map(({ metric }) => METRICS[metric].name))].join(', ') || 'none'],
    ['heard by', heardByText(path)],
    ...path.findings.map(({ effect, text, fix }) => [effect, `${text}: ${fix}`]),
  ];
  return rows.map(([label, text]) => `  ${label.padEnd(8)}  ${text}`).join('\n');
}
