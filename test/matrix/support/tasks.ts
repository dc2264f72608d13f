import { list } from './plain-template';
import type { Way } from './safety-nets';
import { TASK_ERRORS, type TaskError } from '../../../src/facts/task-errors';

const ALL = 'States.ALL';

/** Whether the error of a Lambda task passes, so that it is worth a retry. */
export function isRetried({ outcome: { answer, keptBy } }: Way): boolean {
  const error: TaskError | undefined = TASK_ERRORS.find(({ name }) => name === answer?.error);
  return keptBy === 'execution' && error !== undefined && error.retry !== 'no';
}

/** Why an error of a Lambda task would be lost or not be tried again where that helps. */
export function taskHoles(way: Way): string[] {
  const { trigger: { resource: { properties } }, outcome: { answer } } = way;
  const isHistoryKept = properties.StateMachineType !== 'EXPRESS';
  return lambdaTasks(definitionOf(properties.DefinitionString)).flatMap((task) => [
    ...(isHistoryKept || list(task.Catch).some(({ ErrorEquals }) => ErrorEquals.includes(ALL)) ? [] : ['nothing catches the error, and nothing keeps the input']),
    ...(isRetried(way) && !list(task.Retry).some(retries(answer!.error!)) ? [`${answer!.error} is not tried again`] : []),
    ...(list(task.Catch).every(({ ResultPath }) => ResultPath !== undefined) ? [] : ['the error takes the place of the input']),
  ]);
}

function retries(error: string): (retrier: { ErrorEquals: string[]; MaxAttempts?: number }) => boolean {
  return ({ ErrorEquals, MaxAttempts }) => ErrorEquals.includes(error) && MaxAttempts !== 0;
}

/** References stand for themselves: only the states matter. */
function definitionOf(value: any): any {
  const [delimiter, parts] = value?.['Fn::Join'] ?? ['', [value]];
  return JSON.parse(parts.map((part: unknown) => (typeof part === 'string' ? part : '?')).join(delimiter));
}

function lambdaTasks(definition: any): any[] {
  const tasks = Object.values<any>(definition.States).filter(({ Type, Resource }) => Type === 'Task' && /:lambda:invoke|^\?$/.test(Resource));
  if (tasks.length === 0) throw new Error('No Lambda task in this state machine.');
  return tasks;
}
