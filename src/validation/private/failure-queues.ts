import { isTrue, placesOn, resourceOf, type Place } from './reading';
import { addTo, readOnce, type Assembly, type Resource } from '../../analysis';

/** Whose failures go somewhere. */
export type FailureOwner = 'function' | 'async' | 'mapping' | 'queue' | 'rule' | 'schedule' | 'subscription' | 'pipe';

/** Where a template says where failures go. */
export interface FailureTarget extends Place {
  readonly by: FailureOwner;
  readonly owner: Resource;
}

const PLACES: readonly (readonly [by: FailureOwner, type: string, policy: string | undefined, ...path: string[]])[] = [
  ['function', 'AWS::Lambda::Function', undefined, 'DeadLetterConfig', 'TargetArn'],
  ['async', 'AWS::Lambda::EventInvokeConfig', undefined, 'DestinationConfig', 'OnFailure', 'Destination'],
  ['mapping', 'AWS::Lambda::EventSourceMapping', undefined, 'DestinationConfig', 'OnFailure', 'Destination'],
  ['queue', 'AWS::SQS::Queue', 'RedrivePolicy', 'deadLetterTargetArn'],
  ['rule', 'AWS::Events::Rule', undefined, 'Targets', '*', 'DeadLetterConfig', 'Arn'],
  ['schedule', 'AWS::Scheduler::Schedule', undefined, 'Target', 'DeadLetterConfig', 'Arn'],
  ['subscription', 'AWS::SNS::Subscription', 'RedrivePolicy', 'deadLetterTargetArn'],
  ['pipe', 'AWS::Pipes::Pipe', undefined, 'SourceParameters', 'KinesisStreamParameters', 'DeadLetterConfig', 'Arn'],
  ['pipe', 'AWS::Pipes::Pipe', undefined, 'SourceParameters', 'DynamoDBStreamParameters', 'DeadLetterConfig', 'Arn'],
];

/** Every place of a template where failures are sent to. */
export const failureTargetsOf = readOnce((assembly: Assembly): readonly FailureTarget[] =>
  PLACES.flatMap(([by, type, policy, ...path]) => assembly.ofType(type).flatMap((owner) => {
    // A policy may be a text of JSON.
    const places = policy === undefined ? placesOn(owner.get(), path) : placesOn(owner.get(policy).json(), path, policy);
    return places.filter(({ property }) => !property.isAbsent()).map((place) => ({ ...place, by, owner }));
  })));

/** The queues that keep failures, with all whose failures they keep. */
export const failureQueuesOf = readOnce((assembly: Assembly): ReadonlyMap<Resource, readonly FailureTarget[]> => {
  const found = new Map<Resource, FailureTarget[]>();
  for (const target of failureTargetsOf(assembly)) {
    const queue = resourceOf(target.property, 'AWS::SQS::Queue');
    if (queue) addTo(found, queue, target);
  }
  return found;
});

/** Whether a queue or topic is FIFO for sure. */
export function isFifo(target: Resource): boolean {
  return isTrue(target.get('FifoQueue')) || isTrue(target.get('FifoTopic'));
}
