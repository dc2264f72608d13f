import { Stack, Stage } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { IConstruct } from 'constructs';
import { LIMITS } from '../../facts/limits';
import { ValidationError } from '../../private/errors';
import { isDurable, longestTimeoutOf } from '../../private/function-kinds';
import { FUNCTION_ALARMS, type AlarmDefault, type FunctionAlarmName } from '../alarm-defaults';
import type { CountAlarmOptions } from '../alarm-options';
import { DURABLE_ALARMS } from '../durable-alarm-defaults';
import { makeAlarm, type AlarmRequest } from './alarm-factory';
import { periodsCovering } from './alarm-window';
import { functionLinks } from './console-links';
import { deliversToDestination, hasDeadLetterTarget } from './failure-paths';
import { displayNameOf, knownTimeoutOf, namedFrom, type FunctionSubject } from './function-subject';
import type { WatchingAlarmName } from './registered-alarm';

/** How an alarm of a function is asked for. */
export interface FunctionAlarmOrder {
  readonly name: FunctionAlarmName;
  readonly options: CountAlarmOptions;
  readonly recommended: boolean;
}

/** Makes alarms of a function. */
export function makeFunctionAlarms(
  subject: FunctionSubject, scope: IConstruct | undefined, orders: readonly FunctionAlarmOrder[],
): cloudwatch.CfnAlarm[] {
  const view = functionView(subject, scope);
  return orders.map(({ name, options, recommended }) => makeAlarm({
    ...functionRequest(view, { name, defaults: FUNCTION_ALARMS[name] }),
    options,
    threshold: options.threshold ?? FUNCTION_ALARMS[name].threshold,
    recommended,
  }, scope));
}

/** A function as its alarms in a scope see it. */
export interface FunctionView {
  readonly subject: FunctionSubject;
  readonly named: FunctionSubject;
  readonly links: Record<string, string>;
}

/** Looks at a function from where its alarms are made. */
export function functionView(subject: FunctionSubject, scope: IConstruct = subject.home): FunctionView {
  const named = namedFrom(scope, subject);
  return { subject, named, links: functionLinks(scope, named) };
}

/** What all alarms of a function have in common. */
export function functionRequest(
  { subject, named, links }: FunctionView, { name, defaults }: { readonly name: WatchingAlarmName; readonly defaults: AlarmDefault },
): Omit<AlarmRequest, 'options' | 'recommended'> {
  const watched = defaults.perQualifier ? named : { ...named, qualifier: undefined };
  return {
    defaults,
    defaultPeriods: (period) => defaultPeriods(defaults, subject, period),
    resource: subject.ref,
    dimensions: {
      FunctionName: named.functionName,
      ...(watched.qualifier ? { Resource: displayNameOf(watched) } : {}),
    },
    home: subject.home,
    name: displayNameOf(watched),
    links,
    watches: { subject, name, looksBack: defaults.evaluationPeriods === 'timeout' },
  };
}

/** Whether `recommended()` makes the alarm: not where it can't fire, nor where only the deployment knows. */
export function canFire(subject: FunctionSubject, name: FunctionAlarmName): boolean {
  switch (name) {
    // Errors of a durable function are those of replays; of an imported one it is not known.
    case 'errors': return !hasDurableExecutions(subject);
    case 'durableExecutionsFailed':
    case 'durableExecutionsTimedOut':
    case 'durableExecutionsStopped': return hasDurableExecutions(subject) ?? false;
    case 'deadLetterErrors': return hasDeadLetterTarget(subject) ?? false;
    // The whole app would be searched for each function: what stands outside of the stack is found at synthesis, once for all.
    case 'destinationDeliveryFailures': return deliversToDestination(subject, [subject.home, Stack.of(subject.home)]);
    default: return true;
  }
}

/** Refuses an alarm that was asked for by name and can't fire. */
export function assertCanFire(subject: FunctionSubject, name: FunctionAlarmName): void {
  if (name === 'deadLetterErrors' && hasDeadLetterTarget(subject) === false) {
    throw new ValidationError('DeadLetterErrorsCannotFire',
      'deadLetterErrors() can never fire, because the function has no dead-letter queue or topic: set one before, with the deadLetterQueue property or '
      + 'mixins.FunctionDeadLetter, or leave the alarm out', subject.home);
  }
  if (name === 'destinationDeliveryFailures' && !delivers(subject)) {
    throw new ValidationError('DestinationDeliveryFailuresCannotFire',
      'destinationDeliveryFailures() can never fire, because nothing delivers events of the function to a destination: set one before, with the onFailure property or '
      + 'mixins.FunctionAsyncFailure, or leave the alarm out', subject.home);
  }
  if (name in DURABLE_ALARMS && hasDurableExecutions(subject) === false) {
    throw new ValidationError('DurableAlarmCannotFire',
      `${name}() can never fire, because the function is not durable: set durableConfig before, or leave the alarm out`, subject.home);
  }
}

/** Whether the function is durable, `undefined` where only the deployment knows. */
function hasDurableExecutions({ resource }: FunctionSubject): boolean | undefined {
  return resource && isDurable(resource);
}

/** A function outside of the tree may have destinations that can't be seen. */
function delivers(subject: FunctionSubject): boolean {
  const { home, resource } = subject;
  return !resource || deliversToDestination(subject, [home, Stack.of(home), Stage.of(home)!]);
}

/** A timeout that only the deployment knows is taken for the longest there is: a window too long costs nothing, one too short misses errors. */
function defaultPeriods({ evaluationPeriods }: AlarmDefault, subject: FunctionSubject, period: number): number {
  if (evaluationPeriods !== 'timeout') return evaluationPeriods;
  return periodsCovering(knownTimeoutOf(subject) ?? longestOf(subject), period);
}

function longestOf({ resource }: FunctionSubject): number {
  return resource ? longestTimeoutOf(resource) : LIMITS.functionTimeout.max;
}
