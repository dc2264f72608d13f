import type { Context } from './context';
import type { Finding } from './failure-path';
import { finding } from './findings';
import type { Property } from '../template/property';

/** Settings that look as if they kept what failed. */
const FAILURE_SETTING = /^(DeadLetter|OnFailure|RedrivePolicy|ErrorAction)/;
const DEEPEST_SETTING = 4;

/** What looks as if it kept what AWS keeps nowhere. What the source itself keeps, the mapping may keep at other failures. */
export function pretenceFindings(context: Context): readonly Finding[] {
  const { net, trigger: { by, fn } } = context;
  if (net.keeps === 'source' || net.keeps === 'copy' || by === fn) return [];
  return context.once('pretences', () => namesIn(by.get(), DEEPEST_SETTING).filter((name) => FAILURE_SETTING.test(name))
    .map((name) => finding('CatchesNothingHere', { resource: by.id, setting: name }, by)));
}

function namesIn(property: Property, depth: number): string[] {
  return depth === 0 ? [] : property.members().flatMap(([name, member]) => [name, ...namesIn(member, depth - 1)]);
}
