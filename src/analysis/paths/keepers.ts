import type { Context } from './context';
import type { FindingId } from './findings';
import type { SafetyNetId } from '../../facts/safety-nets';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';
import { targetsOf } from '../template/targets';

/** Where a template says what keeps the events of a net. */
export interface Keeper {
  /** The ARN, name or URL. */
  readonly pointer: Property;
  /** The name of the setting, for people. */
  readonly setting: string;
  /** The role that puts the event there. */
  readonly role?: Property;
  /** What a service names as its source. */
  readonly source?: Resource;
  /** Whether the setting itself may not hold: the config is for a qualifier that nobody knows. */
  readonly isOpen?: boolean;
  /** Why it catches nothing, though it is set. */
  readonly refused?: FindingId;
}

/** Where each net is written. Those that no template shows have none. */
const KEEPERS: Partial<Record<SafetyNetId, (context: Context) => readonly Keeper[]>> = {
  'function-failures': (context) => {
    const { fn, configs } = context;
    const refused = fn.kinds.includes('durable') ? 'DurableHasNoDestinations' : undefined;
    const destinations = configs.map(({ resource, isFor }): Keeper => (
      { pointer: resource.get('DestinationConfig', 'OnFailure', 'Destination'), setting: 'OnFailure', role: fn.role, isOpen: isFor === 'unknown', refused }));
    return [...destinations, { pointer: fn.resource.get('DeadLetterConfig', 'TargetArn'), setting: 'DeadLetterConfig', role: fn.role }];
  },
  'rule-target-dead-letters': ({ trigger: { by, at } }) => [{ pointer: at.get('DeadLetterConfig', 'Arn'), setting: 'DeadLetterConfig', source: by }],
  'schedule-dead-letters': ({ trigger: { by } }) => [{ pointer: by.get('Target', 'DeadLetterConfig', 'Arn'), setting: 'DeadLetterConfig', role: by.get('Target', 'RoleArn') }],
  'subscription-dead-letters': ({ trigger: { by, at } }) => {
    const [topic] = targetsOf(by.get('TopicArn').value(), by.template, ['AWS::SNS::Topic']);
    const source = topic?.kind === 'resource' ? topic.resource : by.type === 'AWS::SNS::Topic' ? by : undefined;
    return [{ pointer: at.get('RedrivePolicy').json().get('deadLetterTargetArn'), setting: 'RedrivePolicy', source }];
  },
  'subscriber-failures': ({ trigger: { by } }) => [{ pointer: by.get('OnFailureConfiguration', 'Arn'), setting: 'OnFailureConfiguration', role: by.get('InvokeConfiguration', 'RoleArn') }],
  'pipe-dead-letters': ({ trigger: { by } }) => {
    const written = by.get('SourceParameters').members().map(([, parameters]) => parameters.get('DeadLetterConfig', 'Arn'));
    const pointer = written.find((property) => !property.isAbsent()) ?? by.get('SourceParameters', 'KinesisStreamParameters', 'DeadLetterConfig', 'Arn');
    return [{ pointer, setting: 'DeadLetterConfig', role: by.get('RoleArn') }];
  },
  'mapping-failures': ({ trigger: { by }, fn }) => [{ pointer: by.get('DestinationConfig', 'OnFailure', 'Destination'), setting: 'OnFailure', role: fn.role }],
  'queue-redrive': ({ sourceQueue }) => (sourceQueue ? [{ pointer: sourceQueue.get('RedrivePolicy').json().get('deadLetterTargetArn'), setting: 'RedrivePolicy' }] : []),
  'error-action': ({ trigger: { by } }) => by.get('TopicRulePayload', 'ErrorAction').members().flatMap(([action, parameters]): Keeper[] => {
    const pointer = ['QueueUrl', 'TargetArn', 'BucketName', 'FunctionArn', 'StreamName', 'DeliveryStreamName', 'Topic', 'Url'].map((name) => parameters.get(name)).find((property) => !property.isAbsent());
    return pointer ? [{ pointer, setting: `ErrorAction.${action}`, role: parameters.get('RoleArn') }] : [];
  }),
};

/** Where a net is written, nothing for a net that no template shows. */
export function keepersOf(context: Context): readonly Keeper[] | undefined {
  return KEEPERS[context.outcome.keptBy]?.(context);
}
