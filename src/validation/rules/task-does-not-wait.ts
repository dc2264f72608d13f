import { textOf } from '../private/reading';
import type { Rule } from '../private/rule';
import { forEachLambdaTask } from '../private/states';

export const taskDoesNotWait: Rule = {
  id: 'TaskDoesNotWait',
  severity: 'info',
  source: 'step-functions/lambda',
  confidence: 'derived',
  what: 'A state invokes a function and does not wait for it.',
  happens: 'The execution goes on as if all were well: what the function does, and its failure, never reaches it.',
  fix: 'Remove `InvocationType: Event`, or keep the failures of the function by an on-failure destination.',
  check: forEachLambdaTask((task) => (['Parameters', 'Arguments'].some((name) => textOf(task.get(name, 'InvocationType')) === 'Event') ? 'invokes with InvocationType Event' : undefined)),
};
