import { alarmFor, alarmsNeeded } from './alarms';
import { list, type PlainResource, type PlainTemplate } from './plain-template';
import { keeperOf, sourceQueueOf, type Way } from './safety-nets';
import { isRetried } from './tasks';
import type { InvokerId } from '../../../src/facts/invokers';
import { LIMITS } from '../../../src/facts/limits';
import { SAFETY_NETS, type SafetyNetId } from '../../../src/facts/safety-nets';

/** A template with one piece less. */
export type Mutant = readonly [what: string, template: PlainTemplate];

type Cut = (properties: Record<string, any>) => void;

const CONFIG = 'AWS::Lambda::EventInvokeConfig';
const without = (...path: string[]): Cut => (properties) => {
  const owner = path.slice(0, -1).reduce((value, key) => value[key], properties);
  delete owner[path[path.length - 1]];
};
const set = (name: string, value: unknown): Cut => (properties) => { properties[name] = value; };

/** What each net is made of at the trigger, besides the queue and the permission. */
const PIECES: Partial<Record<SafetyNetId, Record<string, Cut>>> = {
  'rule-target-dead-letters': { 'the dead-letter queue of the target': without('Targets', '0', 'DeadLetterConfig') },
  'schedule-dead-letters': { 'the dead-letter queue': without('Target', 'DeadLetterConfig') },
  'subscription-dead-letters': { 'the redrive policy': without('RedrivePolicy') },
  'subscriber-failures': { 'the failure configuration': without('OnFailureConfiguration') },
  'pipe-dead-letters': { 'the dead-letter target': without('SourceParameters', 'KinesisStreamParameters', 'DeadLetterConfig') },
  'mapping-failures': {
    'the destination': without('DestinationConfig'),
    'the end of retries': without('MaximumRetryAttempts'),
    'the limit of retries': set('MaximumRetryAttempts', LIMITS.mappingRetryAttempts.special),
    'the age of records': set('MaximumRecordAgeInSeconds', LIMITS.mappingRecordAge.special),
    'the splitting of batches': set('BisectBatchOnFunctionError', false),
    'the metrics': without('MetricsConfig'),
  },
  'error-action': { 'the error action': without('TopicRulePayload', 'ErrorAction') },
  'caller': { 'the honesty': set('OnFailureConfiguration', { Arn: 'arn:aws:sqs:eu-west-1:111122223333:orders' }) },
  'nobody': { 'the honesty': set('DeadLetterConfig', { Arn: 'arn:aws:sqs:eu-west-1:111122223333:orders' }) },
  'execution': {
    'the history': set('StateMachineType', 'EXPRESS'),
  },
};

/** Every template with one piece less of what keeps the event and tells of it. */
export function mutantsOf(invoker: InvokerId, way: Way): Mutant[] {
  const { template, trigger: { resource }, outcome: { keptBy } } = way;
  const pieces = Object.entries(PIECES[keptBy] ?? {})
    .filter(() => SAFETY_NETS[keptBy].keeps === 'copy' || resource.type !== 'AWS::Lambda::Function')
    .map(([what, cut]): Mutant => [what, changed(template, resource, cut)]);
  const retriers: Mutant[] = isRetried(way) ? [['the retriers', changed(template, resource, dropRetriers)]] : [];
  return [...pieces, ...retriers, ...alarmMutants(invoker, way), ...keeperMutants(way), ...(keptBy === 'function-failures' ? configMutants(way) : [])];
}

function alarmMutants(invoker: InvokerId, way: Way): Mutant[] {
  return alarmsNeeded(invoker, way).flatMap((need): Mutant[] => {
    const alarm = alarmFor(way, need)!;
    const of = `the alarm on ${need.metric} of the ${need.of}`;
    return [
      [of, removed(way.template, alarm)],
      [`who hears of ${of}`, changed(way.template, alarm, without('AlarmActions'))],
      [`the resource of ${of}`, changed(way.template, alarm, ({ Dimensions }) => { Dimensions[0].Value = 'another'; })],
      [`the dimension of ${of}`, changed(way.template, alarm, ({ Dimensions }) => { Dimensions[0].Name = 'Another'; })],
      [`the quiet of ${of}`, changed(way.template, alarm, set('TreatMissingData', 'missing'))],
    ];
  });
}

function keeperMutants(way: Way): Mutant[] {
  const { template, outcome: { keptBy, within } } = way;
  const queue = keeperOf(way);
  if (!queue) return [];
  const source = sourceQueueOf(way);
  const redrive = keptBy === 'queue-redrive' && source ? redriveMutants(template, source) : [];
  const outlives = keptBy === 'queue-redrive' || (within && LIMITS[within].max < LIMITS.queueRetention.max);
  return [
    [`the queue ${queue.id}`, removed(template, queue)],
    ...(SAFETY_NETS[keptBy as 'function-failures'].permittedBy ? [[`the permission on ${queue.id}`, forbidden(template, queue)] as const] : []),
    ...(outlives ? [[`the retention of ${queue.id}`, changed(template, queue, set('MessageRetentionPeriod', LIMITS.queueRetention.min))] as const] : []),
    [`the type of ${queue.id}`, changed(template, queue, (properties) => { properties.FifoQueue = properties.FifoQueue === true ? undefined : true; })],
    ...redrive,
  ];
}

function redriveMutants(template: PlainTemplate, source: PlainResource): Mutant[] {
  return [
    ['the redrive policy', changed(template, source, without('RedrivePolicy'))],
    ['the room for throttles', changed(template, source, ({ RedrivePolicy }) => { RedrivePolicy.maxReceiveCount = LIMITS.queueReceives.min - 1; })],
    ['the room for the function', changed(template, source, set('VisibilityTimeout', 0))],
  ];
}

function configMutants({ template, trigger: { fn } }: Way): Mutant[] {
  if (fn.properties.DeadLetterConfig) return [['the dead-letter queue', changed(template, fn, without('DeadLetterConfig'))]];
  return [
    ['the event invoke configs', template.ofType(CONFIG).reduce(removed, template)],
    ['the destinations', template.ofType(CONFIG).reduce((rest, config) => changed(rest, config, without('DestinationConfig')), template)],
    ['the qualifiers', template.ofType(CONFIG).reduce((rest, config) => changed(rest, config, set('Qualifier', 'another')), template)],
  ];
}

/** Nobody may send to the queue. */
function forbidden(template: PlainTemplate, queue: PlainResource): PlainTemplate {
  return [...template.ofType('AWS::IAM::Policy'), ...template.ofType('AWS::SQS::QueuePolicy')].reduce((rest, policy) => changed(rest, policy, ({ PolicyDocument }) => {
    PolicyDocument.Statement = list(PolicyDocument.Statement).filter((statement) => !template.refersTo(statement.Resource, queue) || statement.Effect === 'Deny');
  }), template);
}

function changed(template: PlainTemplate, { id }: PlainResource, cut: Cut): PlainTemplate {
  return template.with(id, (properties) => {
    cut(properties);
    return properties;
  });
}

function removed(template: PlainTemplate, { id }: PlainResource): PlainTemplate {
  return template.with(id, () => undefined);
}

function dropRetriers(properties: Record<string, any>): void {
  const [delimiter, parts] = properties.DefinitionString['Fn::Join'];
  properties.DefinitionString['Fn::Join'] = [delimiter, parts.map((part: unknown) => (typeof part === 'string' ? part.replace(/"Retry":\[.*?\}\],/g, '') : part))];
}
