import { nameOf } from './place';
import type { Copy, FailurePath } from '../../analysis';
import { SAFETY_NETS } from '../../facts';

const UNITS: readonly (readonly [seconds: number, name: string])[] = [[86_400, 'd'], [3_600, 'h'], [60, 'min'], [1, 's']];

/** A time in its largest whole unit. */
export function duration(seconds: number): string {
  const [unit, name] = UNITS.find(([size]) => seconds >= size && seconds % size === 0) ?? UNITS[UNITS.length - 1];
  return `${seconds / unit} ${name}`;
}

/** How often and how long an event is tried, and by whom. */
export function attemptsText({ attempts: { count, within, waits, isOpen }, outcome: { retriedBy, tries } }: FailurePath): string {
  if (tries === 'as-the-caller-decides') return 'as the caller decides';
  if (count === 1) return 'once';
  const times = count === undefined ? 'again' : `${count} times`;
  const limit = within === undefined ? '' : ` within ${duration(within)}`;
  const pauses = waits.length > 0 ? `, after ${waits.map(duration).join(', ')}` : '';
  const who = retriedBy === 'nobody' ? '' : ` by ${WHO[retriedBy]}`;
  if (count === undefined && within === undefined) return tries === 'not-documented' ? 'not documented' : `until it succeeds${who}`;
  return `${times}${limit}${who}${pauses}${isOpen ? ' (a number is set at deployment)' : ''}`;
}

const WHO = { caller: 'the caller', invoker: 'the invoker', lambda: 'Lambda', source: 'what reads the source' };

/** Where a copy is, and for how long. */
export function keptText({ net, resource, text, retention }: Copy): string {
  const where = resource ? nameOf(resource) : text ?? SAFETY_NETS[net].name;
  return retention === undefined ? where : `${where} for ${duration(retention)}`;
}
