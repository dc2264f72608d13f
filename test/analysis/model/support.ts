import { Model } from '../../../src/analysis/model/model';
import { Assembly } from '../../../src/analysis/template/assembly';
import type { Template } from '../../../src/analysis/template/template';

export const FUNCTION = { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'orders', Role: { 'Fn::GetAtt': ['Role', 'Arn'] } } };
export const QUEUE = { Type: 'AWS::SQS::Queue' };
export const ARN = { 'Fn::GetAtt': ['Fn', 'Arn'] };
export const OPEN = { Parameters: { Stage: { Type: 'String' } }, Conditions: { Open: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } } };

/** A template with a function `Fn`, its role `Role`, a queue `Queue`, and these resources. */
export function assemblyWith(resources: object, sections: object = {}): Assembly {
  return Assembly.ofTemplate({ ...OPEN, ...sections, Resources: { Fn: FUNCTION, Role: { Type: 'AWS::IAM::Role' }, Queue: QUEUE, ...resources } });
}

export function modelWith(resources: object, sections: object = {}): Model {
  return new Model(assemblyWith(resources, sections));
}

export function templateWith(resources: object, sections: object = {}): Template {
  return assemblyWith(resources, sections).templates[0];
}
