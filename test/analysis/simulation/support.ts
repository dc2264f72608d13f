import { Assembly, causeOf, Model, simulate, triggerFor, NO_QUALIFIER, type CauseId, type Simulation, type Trigger } from '../../../src/analysis';
import type { InvokerId } from '../../../src/facts';

/** A simulation of the function `F` of a template. */
export function simulated(template: object, invoker: InvokerId, id: CauseId, ...error: string[]): Simulation {
  const { model, trigger } = triggered(template, invoker);
  return simulate(model, trigger, causeOf(id, ...error)) as Simulation;
}

export function triggered(template: object, invoker: InvokerId): { readonly model: Model; readonly trigger: Trigger } {
  const model = new Model(Assembly.ofTemplate(template));
  const fn = model.assembly.templates[0].resource('F')!;
  return { model, trigger: triggerFor(model, fn, NO_QUALIFIER, invoker) as Trigger };
}

const ARN = { 'Fn::GetAtt': ['F', 'Arn'] };
export const FUNCTION = { Type: 'AWS::Lambda::Function', Properties: { Code: {}, Timeout: 5 } };
export const URI = { 'Fn::Sub': 'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${F.Arn}/invocations' };

/** `F` behind a method of a REST API. */
export function restTemplate(type: 'AWS' | 'AWS_PROXY', integration: object = {}, others: object = {}, statuses: unknown[] = [200, 404]): any {
  return {
    Resources: {
      F: FUNCTION,
      Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'a' } },
      Get: {
        Type: 'AWS::ApiGateway::Method',
        Properties: { RestApiId: { Ref: 'Api' }, HttpMethod: 'GET', Integration: { Type: type, Uri: URI, ...integration }, MethodResponses: statuses.map((StatusCode) => ({ StatusCode })) },
      },
      ...others,
    },
  };
}

/** `F` subscribed to a topic. */
export function topicTemplate(others: object = {}): any {
  return { Resources: { F: FUNCTION, T: { Type: 'AWS::SNS::Topic' }, S: { Type: 'AWS::SNS::Subscription', Properties: { TopicArn: { Ref: 'T' }, Protocol: 'lambda', Endpoint: ARN } }, ...others } };
}
