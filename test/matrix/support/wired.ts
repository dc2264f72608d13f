import { Template } from 'aws-cdk-lib/assertions';
import { silencesIn } from './alarms';
import { FIXTURES } from './fixtures';
import { PlainTemplate } from './plain-template';
import { holesIn, type Way } from './safety-nets';
import { triggerIn } from './triggers';
import type { Wiring } from './wirings';
import { FAILURE_MATRIX, FAILURES, type FailureId } from '../../../src/facts/failure-matrix';
import { INVOKERS, type InvokerId } from '../../../src/facts/invokers';
import { testStack } from '../../support';

export const FAILURE_IDS = Object.keys(FAILURES) as FailureId[];
export const INVOKER_IDS = INVOKERS.map(({ id }): InvokerId => id);

const TEMPLATES = new Map<Wiring, Map<InvokerId, PlainTemplate>>();

/** The template of an invoker's plain stack after it was wired. */
export function wiredTemplate(invoker: InvokerId, wiring: Wiring): PlainTemplate {
  const made = TEMPLATES.get(wiring) ?? new Map<InvokerId, PlainTemplate>();
  const template = made.get(invoker) ?? synthesize(invoker, wiring);
  TEMPLATES.set(wiring, made.set(invoker, template));
  return template;
}

function synthesize(invoker: InvokerId, { wire }: Wiring): PlainTemplate {
  const stack = testStack();
  FIXTURES[invoker](stack);
  wire(stack);
  return new PlainTemplate(Template.fromStack(stack).toJSON());
}

/** The way of an event in a template. */
export function wayIn(template: PlainTemplate, invoker: InvokerId, failure: FailureId): Way {
  return { template, trigger: triggerIn(template, invoker), outcome: FAILURE_MATRIX[invoker][failure] };
}

/** Why the event would be lost, or nobody would hear of it. */
export function faultsIn(invoker: InvokerId, way: Way, { demands }: Pick<Wiring, 'demands'>): string[] {
  return [...holesIn(way), ...silencesIn(invoker, way, demands)];
}
