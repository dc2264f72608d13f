import { answerOf, type Answer } from './answer';
import { timeoutError, type Cause } from './cause';
import { alarmsGoingOff, type GoingOff } from './going-off';
import { attemptsIn, endOf, type Attempt } from './timeline';
import type { InvokerId } from '../../facts/invokers';
import { INVOKERS } from '../../facts/invokers';
import { listOfNames, type Problem } from '../model/lookup';
import { nameOfInvoker, type Model } from '../model/model';
import { sameQualifier, type Qualifier } from '../model/qualifier';
import type { Trigger } from '../model/trigger';
import type { FailurePath } from '../paths/failure-path';
import { failurePathOf } from '../paths/failure-paths';
import type { Resource } from '../template/resource';

/** What becomes of one event when something goes wrong, each time it is tried. */
export interface Simulation {
  readonly cause: Cause;
  /** Where the verdict is from, and all that is said of where the event ends. */
  readonly path: FailurePath;
  readonly attempts: readonly Attempt[];
  /** What whoever called gets. */
  readonly answer?: Answer;
  readonly alarms: readonly GoingOff[];
}

/** Who may invoke any function, without a resource. */
const IN_NO_TEMPLATE: readonly InvokerId[] = ['sdk', 'sdk-event', 's3-batch'];
/** Who reads what the function returns, and says what happens if it can't. */
const READ_RESPONSES: readonly InvokerId[] = ['rest-api', 'http-api', 'function-url', 'load-balancer', 'authorizer'];
const WAIT_FOR_LESS: readonly InvokerId[] = ['rest-api', 'rest-api-mapped', 'http-api', 'websocket-api'];

/** What invokes a function in this way: named by the beginning of a logical id, if there are several. */
export function triggerFor(model: Model, fn: Resource, qualifier: Qualifier, invoker: InvokerId, by?: string): Trigger | Problem {
  const triggers = model.triggersOf(fn).filter((trigger) => sameQualifier(trigger.qualifier, qualifier, model.functionOf(fn).unqualified) !== 'no' || qualifier.kind === 'none');
  const ofKind = triggers.filter((trigger) => trigger.invoker === invoker);
  const found = by === undefined ? ofKind : ofKind.filter((trigger) => trigger.by.id.startsWith(by));
  if (found.length === 1) return found[0];
  if (found.length > 1) {
    return { problem: 'InvokerAmbiguous', message: `${fn} is invoked by several of "${nameOfInvoker(invoker)}": ${listOfNames(found.map((trigger) => trigger.by))}. Name one of them` };
  }
  if (ofKind.length === 0 && by === undefined && IN_NO_TEMPLATE.includes(invoker)) return { ...model.assumedTrigger(fn, invoker), qualifier };
  const others = [...new Set(triggers.map((trigger) => `${nameOfInvoker(trigger.invoker)} (${trigger.invoker})`))].join(', ');
  const wanted = `"${nameOfInvoker(invoker)}"${by === undefined ? '' : ` named "${by}"`}`;
  return { problem: 'InvokerNotInTemplate', message: `${fn} is not invoked by ${wanted} in these templates: ${others ? `there is ${others}` : 'nothing invokes it'}` };
}

/** Follows one event. */
export function simulate(model: Model, trigger: Trigger, cause: Cause): Simulation | Problem {
  const isMalformed = cause.id === 'malformed-response';
  if (isMalformed && !READ_RESPONSES.includes(trigger.invoker)) {
    const who = INVOKERS.filter(({ id }) => READ_RESPONSES.includes(id)).map(({ name }) => name).join(', ');
    return { problem: 'FailureNotSimulated', message: `what ${nameOfInvoker(trigger.invoker)} does with a malformed response is not among the facts, or it does not read it: simulate it for ${who}` };
  }
  const path = failurePathOf(model, trigger, cause.failure, cause.error?.errorType);
  const attempts = attemptsIn(path);
  const seconds = model.functionOf(trigger.fn).timeout.value;
  const error = cause.id === 'timeout' && seconds !== undefined ? timeoutError(seconds) : cause.error;
  const late = WAIT_FOR_LESS.includes(trigger.invoker) && cause.id === 'timeout' ? failurePathOf(model, trigger, 'too-old') : undefined;
  const answered = late && isSooner(late, seconds) ? late : path;
  const answer = answerOf(model.assembly, answered, answered === path ? error : undefined);
  return { cause: { ...cause, error }, path, attempts, answer, alarms: alarmsGoingOff(path, attempts, endOf(path, attempts), !isMalformed) };
}

/** An API that gives up before the function does never gets its error. */
function isSooner({ attempts: { within } }: FailurePath, timeout: number | undefined): boolean {
  return within !== undefined && timeout !== undefined && timeout > within;
}
