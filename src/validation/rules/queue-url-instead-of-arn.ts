import type { Assembly, Property } from '../../analysis';
import { failureTargetsOf } from '../private/failure-queues';
import { placesOn, textOf } from '../private/reading';
import { at, type Finding, type Rule } from '../private/rule';

/** Other places that take the ARN of a queue. */
const PLACES: readonly (readonly [type: string, ...path: string[]])[] = [
  ['AWS::Lambda::EventSourceMapping', 'EventSourceArn'],
  ['AWS::Lambda::EventInvokeConfig', 'DestinationConfig', 'OnSuccess', 'Destination'],
  ['AWS::Events::Rule', 'Targets', '*', 'Arn'],
  ['AWS::Scheduler::Schedule', 'Target', 'Arn'],
  ['AWS::Pipes::Pipe', 'Source'],
];

export const queueUrlInsteadOfArn: Rule = {
  id: 'QueueUrlInsteadOfArn',
  severity: 'error',
  source: 'cloudformation/queue',
  what: 'The URL of a queue, which is what `Ref` gives, stands where its ARN is expected.',
  happens: 'The deployment fails, or what should keep failures is not there.',
  fix: 'Use `!GetAtt Queue.Arn`.',
  check: (assembly) => placesIn(assembly).filter(({ property }) => isUrl(property)).map(({ resource, property, path }) => at(resource, path, `is the URL of ${shown(property)}`)),
};

function placesIn(assembly: Assembly) {
  const others = PLACES.flatMap(([type, ...path]) => assembly.ofType(type).flatMap((resource) =>
    placesOn(resource.get(), path).map((place): Pick<Finding, 'resource'> & typeof place => ({ ...place, resource }))));
  return [...failureTargetsOf(assembly).map((target) => ({ ...target, resource: target.owner })), ...others];
}

function isUrl(property: Property): boolean {
  const value = property.value();
  if (value.kind === 'reference') return value.resource.type === 'AWS::SQS::Queue' && value.attribute === undefined && !value.isPart;
  return /^https:\/\/(sqs\.|queue\.|[\w-]+\.queue\.)/.test(textOf(property) ?? '');
}

function shown(property: Property): string {
  const value = property.value();
  return value.kind === 'reference' ? String(value.resource) : 'a queue';
}
