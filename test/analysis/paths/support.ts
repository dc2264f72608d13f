import { Model } from '../../../src/analysis/model/model';
import { Context } from '../../../src/analysis/paths/context';
import type { FailurePath } from '../../../src/analysis/paths/failure-path';
import { failurePathOf } from '../../../src/analysis/paths/failure-paths';
import { FAILURE_MATRIX, type FailureId } from '../../../src/facts/failure-matrix';
import { modelWith } from '../model/support';

export { ARN, modelWith } from '../model/support';
export const QUEUE_ARN = { 'Fn::GetAtt': ['Queue', 'Arn'] };
/** A role that may send anywhere. */
export const SENDER = { Role: { Type: 'AWS::IAM::Role', Properties: { Policies: [{ PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' }] } }] } } };
/** A rule that invokes the function. */
export const RULE = { Rule: { Type: 'AWS::Events::Rule', Properties: { Targets: [{ Id: 'a', Arn: { 'Fn::GetAtt': ['Fn', 'Arn'] } }] } } };

/** The function with more properties. */
export function functionWith(properties: object): object {
  return { Fn: { Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::GetAtt': ['Role', 'Arn'] }, ...properties } } };
}

/** A mapping of a source to the function. */
export function mapping(EventSourceArn: unknown, properties: object = {}): object {
  return { Mapping: { Type: 'AWS::Lambda::EventSourceMapping', Properties: { EventSourceArn, FunctionName: { Ref: 'Fn' }, ...properties } } };
}

/** A stream mapping. */
export function streamMapping(properties: object = {}): object {
  return mapping('arn:aws:kinesis:eu-west-1:111122223333:stream/orders', properties);
}

/** The way of the first trigger. */
export function path(resources: object, failure: FailureId, sections: object = {}): FailurePath {
  const model = modelWith(resources, sections);
  return failurePathOf(model, model.triggers[0], failure);
}

export function context(resources: object, failure: FailureId): Context {
  const model: Model = modelWith(resources);
  const [trigger] = model.triggers;
  return new Context(model, trigger, failure, FAILURE_MATRIX[trigger.invoker][failure]);
}

/** The ids of what is found, without those about who hears. */
export function found({ findings }: FailurePath): string[] {
  return findings.map(({ id }) => id).filter((id) => !['NobodyHears', 'NobodyHearsOfLoss', 'NoMetric'].includes(id));
}
