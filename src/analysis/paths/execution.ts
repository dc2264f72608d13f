import type { Context } from './context';
import type { Finding } from './failure-path';
import { certaintyOf, finding } from './findings';
import type { Place } from './places';
import { LIMITS } from '../../facts/limits';
import { TASK_ERRORS, TASK_WILDCARDS, type TaskError } from '../../facts/task-errors';
import { Setting } from '../model/setting';
import type { Assembly } from '../template/assembly';
import { readOnce } from '../template/once';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';

/** What becomes of the input of a task that failed for good. */
export function placeOfTask(context: Context): Place {
  const { trigger: { by, at } } = context;
  const findings = [...historyFindings(context), ...retryFindings(context), ...catchFindings(at.get('Catch'), by)];
  const copy = { net: 'execution' as const, resource: by, retention: isExpress(context) === false ? LIMITS.executionHistory.default : undefined };
  return { isKept: certaintyOf(findings), copy, findings };
}

/** How often a task is tried again. */
export function retriesOfTask({ trigger: { at }, outcome: { answer } }: Context): number {
  const retrier = at.get('Retry').elements().known.map(({ property }) => property).find((one) => matches(one, answer?.error));
  return retrier ? Setting.of(retrier.get('MaxAttempts'), LIMITS.retrierAttempts).value ?? 0 : 0;
}

/** An express execution has no history: what nothing catches is gone with it. */
function historyFindings(context: Context): Finding[] {
  const { trigger: { by, at }, outcome: { answer } } = context;
  const express = isExpress(context);
  if (express === false || (at.get('Catch').elements().known.some(({ property }) => matches(property, answer?.error)))) return [];
  if (express === undefined) return [finding('MayBeExpress', { machine: by.id }, by)];
  const id = logsInput(by) ? 'KeptInLogsOnly' : isSomeoneWaiting(context.model.assembly) ? 'MayBeAwaited' : 'ExpressWithoutCatch';
  return [finding(id, { machine: by.id }, by)];
}

/** Whether something may start executions and wait: a call in an API, a task, or a policy for it, as that of a pipe with an enrichment. */
const isSomeoneWaiting = readOnce(({ templates }: Assembly): boolean =>
  templates.some(({ resources }) => resources.some((resource) => /StartSyncExecution/i.test(JSON.stringify(resource.get().raw) ?? ''))));

/** Whether each execution is logged with its input. Step Functions does not promise that each line arrives. */
function logsInput(machine: Resource): boolean {
  const logs = machine.get('LoggingConfiguration');
  return logs.get('Level').text() === 'ALL' && logs.get('IncludeExecutionData').boolean() === true && !logs.get('Destinations').isAbsent();
}

function isExpress({ trigger: { by } }: Context): boolean | undefined {
  const type = by.get('StateMachineType');
  return type.isAbsent() ? false : type.text() === undefined ? undefined : type.text() === 'EXPRESS';
}

function retryFindings(context: Context): Finding[] {
  const { trigger: { by }, outcome: { answer } } = context;
  const error: TaskError | undefined = TASK_ERRORS.find(({ name }) => name === answer?.error);
  if (!error || error.retry === 'no' || retriesOfTask(context) > 0) return [];
  return [finding('PassingErrorNotRetried', { error: error.name }, by)];
}

function catchFindings(catchers: Property, machine: Resource): Finding[] {
  return catchers.elements().known.filter(({ property }) => property.get('ResultPath').isAbsent() && property.get('Assign').isAbsent() && property.get('Output').isAbsent())
    .map(() => finding('ErrorReplacesInput', {}, machine));
}

/** Whether a retrier or a catcher is for an error: for errors of the code, by their wildcards only. */
function matches(rule: Property, error: string | undefined): boolean {
  const names = rule.get('ErrorEquals').elements().known.map(({ property }) => property.text());
  const known: TaskError | undefined = TASK_ERRORS.find(({ name }) => name === error);
  const wildcards = known?.wildcards ?? TASK_WILDCARDS.map(({ name }) => name);
  return wildcards.some((name) => names.includes(name)) || (error !== undefined && names.includes(error));
}
