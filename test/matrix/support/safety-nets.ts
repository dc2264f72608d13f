import { queueAllows, roleAllows } from './permissions';
import { list, valuesAt, type PlainResource, type PlainTemplate } from './plain-template';
import { taskHoles } from './tasks';
import type { Trigger } from './triggers';
import type { FailureOutcome } from '../../../src/facts/failure-matrix';
import { LIMITS, type Limit } from '../../../src/facts/limits';
import { SAFETY_NETS, type SafetyNet, type SafetyNetId } from '../../../src/facts/safety-nets';

/** A way of an event that failed for good. */
export interface Way {
  readonly template: PlainTemplate;
  readonly trigger: Trigger;
  readonly outcome: FailureOutcome;
}

/** Where a net keeps its copies, and who puts them there. */
interface Keeper {
  /** What the template says: an ARN. */
  readonly arn: unknown;
  readonly role?: unknown;
  /** What a service names as its source. */
  readonly source?: unknown;
}

const QUEUE = 'AWS::SQS::Queue';
const ROLE = 'AWS::IAM::Role';
const FAILURE_SETTING = /^(DeadLetter|OnFailure|RedrivePolicy|ErrorAction)/;
const { queueRetention, queueReceives, queueVisibilityFactor, queueVisibilityTimeout, functionTimeout } = LIMITS;

/** Where each net is written in a template. Those that no template shows have none. */
const KEEPERS: Partial<Record<SafetyNetId, (way: Way) => Keeper | undefined>> = {
  'function-failures': ({ template, trigger: { fn, alias } }) => {
    const config = template.ofType('AWS::Lambda::EventInvokeConfig').find(({ properties }) =>
      template.refersTo(properties.FunctionName, fn) && isQualifier(template, properties.Qualifier, alias));
    const arn = config?.properties.DestinationConfig?.OnFailure?.Destination ?? fn.properties.DeadLetterConfig?.TargetArn;
    return { arn, role: fn.properties.Role };
  },
  'rule-target-dead-letters': ({ template, trigger: { resource, fn, alias } }) => {
    const target = list(resource.properties.Targets).find(({ Arn }) => template.refersTo(Arn, alias ?? fn));
    return { arn: target?.DeadLetterConfig?.Arn, source: { Ref: resource.id } };
  },
  'schedule-dead-letters': ({ trigger: { resource: { properties: { Target } } } }) => ({ arn: Target.DeadLetterConfig?.Arn, role: Target.RoleArn }),
  'subscription-dead-letters': ({ trigger: { resource: { properties } } }) => ({ arn: properties.RedrivePolicy?.deadLetterTargetArn, source: properties.TopicArn }),
  'subscriber-failures': ({ trigger: { resource: { properties } } }) => ({ arn: properties.OnFailureConfiguration?.Arn, role: properties.InvokeConfiguration.RoleArn }),
  'pipe-dead-letters': ({ trigger: { resource: { properties } } }) => ({
    arn: valuesAt(properties.SourceParameters, ['*', 'DeadLetterConfig', 'Arn'])[0], role: properties.RoleArn,
  }),
  'mapping-failures': ({ trigger: { resource, fn } }) => ({ arn: resource.properties.DestinationConfig?.OnFailure?.Destination, role: fn.properties.Role }),
  'queue-redrive': (way) => ({ arn: sourceQueueOf(way)?.properties.RedrivePolicy?.deadLetterTargetArn }),
  'error-action': ({ trigger: { resource: { properties } } }) => {
    const { QueueUrl, RoleArn } = properties.TopicRulePayload.ErrorAction?.Sqs ?? {};
    return { arn: QueueUrl, role: RoleArn };
  },
};

/** The queue that keeps what the net of a way catches, if the template shows one. */
export function keeperOf(way: Way): PlainResource | undefined {
  return way.template.behind(KEEPERS[way.outcome.keptBy]?.(way)?.arn, QUEUE);
}

/** The queue that the trigger reads from. */
export function sourceQueueOf({ template, trigger: { resource: { properties } } }: Way): PlainResource | undefined {
  return template.behind(properties.EventSourceArn ?? properties.Source, QUEUE);
}

/** Why an event would not be kept where the facts say: nothing if it is. */
export function holesIn(way: Way): string[] {
  const { keptBy } = way.outcome;
  if (keptBy === 'execution') return taskHoles(way);
  const net: SafetyNet = SAFETY_NETS[keptBy];
  if (!KEEPERS[keptBy]) return net.keeps === 'copy' ? [] : pretencesIn(way);
  const keeper = KEEPERS[keptBy](way);
  const queue = keeperOf(way);
  if (!keeper || !queue) return [`${way.trigger.resource.id} keeps failures in no queue of the template`];
  return [
    ...queueHoles(way, queue),
    ...(isPermitted(way, keeper, queue) ? [] : [`${net.permittedBy} may not send to ${queue.id}`]),
    ...(keptBy === 'queue-redrive' ? redriveHoles(way, queue) : []),
    ...(keptBy === 'mapping-failures' ? mappingHoles(way) : []),
  ];
}

/** Nothing must look as if it kept what AWS keeps nowhere. What the source itself keeps, the mapping may keep at other failures. */
function pretencesIn({ outcome: { keptBy }, trigger: { resource } }: Way): string[] {
  if (SAFETY_NETS[keptBy].keeps === 'source' || resource.type === 'AWS::Lambda::Function') return [];
  return namesIn(resource.properties).filter((name) => FAILURE_SETTING.test(name)).map((name) => `${resource.id} has ${name}, which catches nothing here`);
}

function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [...(Array.isArray(value) ? [] : [name]), ...namesIn(inner)]);
}

function isQualifier(template: PlainTemplate, qualifier: unknown, alias: PlainResource | undefined): boolean {
  return alias ? qualifier === alias.properties.Name || template.refersTo(qualifier, alias) : qualifier === '$LATEST';
}

function isPermitted({ template, outcome: { keptBy } }: Way, { role, source }: Keeper, queue: PlainResource): boolean {
  const { permittedBy }: SafetyNet = SAFETY_NETS[keptBy];
  if (permittedBy === undefined) return true;
  if (permittedBy.includes('.')) return queueAllows(template, queue, permittedBy, source);
  return roleAllows(template, template.behind(role, ROLE), { actions: ['sqs:SendMessage'], on: queue });
}

/** A copy must be held by a queue that takes it, and outlive the event. */
function queueHoles({ outcome: { keptBy, within } }: Way, queue: PlainResource): string[] {
  const isFifo = queue.properties.FifoQueue === true;
  const retention = queue.properties.MessageRetentionPeriod ?? queueRetention.default;
  const life: Limit | undefined = within && LIMITS[within];
  return [
    ...(isFifo && keptBy !== 'queue-redrive' ? [`${queue.id} is a FIFO queue, which takes no failures`] : []),
    ...(life && life.max < queueRetention.max && retention <= life.max ? [`${queue.id} keeps copies for no longer than the event lives`] : []),
  ];
}

function redriveHoles(way: Way, dead: PlainResource): string[] {
  const { trigger: { fn, resource } } = way;
  const {
    RedrivePolicy, VisibilityTimeout = queueVisibilityTimeout.default, FifoQueue, MessageRetentionPeriod = queueRetention.default,
  } = sourceQueueOf(way)!.properties;
  const { Timeout = functionTimeout.default } = fn.properties;
  const window = resource.properties.MaximumBatchingWindowInSeconds ?? 0;
  return [
    ...(RedrivePolicy.maxReceiveCount >= queueReceives.min ? [] : ['throttles alone move messages']),
    ...(VisibilityTimeout >= Timeout * queueVisibilityFactor.min + window ? [] : ['messages come back while the function has them']),
    ...(dead.properties.FifoQueue === FifoQueue ? [] : [`${dead.id} is of another type than its source`]),
    // The age of a message counts from when it was first sent, and goes with it.
    ...((dead.properties.MessageRetentionPeriod ?? queueRetention.default) > MessageRetentionPeriod ? [] : [`${dead.id} keeps messages no longer than its source`]),
  ];
}

/** Without an end nothing ever gets to the destination, and one bad record holds up the others. */
function mappingHoles({ trigger: { resource: { properties } } }: Way): string[] {
  const { MaximumRetryAttempts: attempts, MaximumRecordAgeInSeconds: age, BisectBatchOnFunctionError } = properties;
  const isWithin = (value: unknown, { min, max }: Limit): boolean => typeof value === 'number' && value >= min && value <= max;
  return [
    ...(isWithin(attempts, LIMITS.mappingRetryAttempts) ? [] : ['retries have no end']),
    ...(isWithin(age, LIMITS.mappingRecordAge) ? [] : ['records have no age']),
    ...(BisectBatchOnFunctionError === true ? [] : ['a bad record takes its batch along']),
  ];
}
