/** A resource of a template. */
export type ResourceLike = { readonly Type: string; readonly Properties: Readonly<Record<string, unknown>> };

type Properties = Readonly<Record<string, unknown>>;

export const resource = (Type: string) => (Properties: Properties = {}): ResourceLike => ({ Type, Properties });

export const lambda = resource('AWS::Lambda::Function');
export const asyncConfig = resource('AWS::Lambda::EventInvokeConfig');
export const mapping = resource('AWS::Lambda::EventSourceMapping');
export const permission = resource('AWS::Lambda::Permission');
export const alias = resource('AWS::Lambda::Alias');
export const url = resource('AWS::Lambda::Url');
export const queue = resource('AWS::SQS::Queue');
export const topic = resource('AWS::SNS::Topic');
export const bucket = resource('AWS::S3::Bucket');
export const subscription = resource('AWS::SNS::Subscription');
export const rule = resource('AWS::Events::Rule');
export const schedule = resource('AWS::Scheduler::Schedule');
export const pipe = resource('AWS::Pipes::Pipe');
export const alarm = resource('AWS::CloudWatch::Alarm');
export const metricFilter = resource('AWS::Logs::MetricFilter');
export const method = resource('AWS::ApiGateway::Method');
export const gatewayResponse = resource('AWS::ApiGateway::GatewayResponse');
export const integration = resource('AWS::ApiGatewayV2::Integration');

/** A state machine of these states. */
export function machine(states: Properties, more: Properties = {}): ResourceLike {
  return resource('AWS::StepFunctions::StateMachine')({ DefinitionString: JSON.stringify({ StartAt: Object.keys(states)[0], States: states }), ...more });
}

/** A task that invokes a function. */
export function lambdaTask(more: Properties = {}): Properties {
  return { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'orders' }, End: true, ...more };
}

export const ref = (Ref: string) => ({ Ref });
export const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

/** The ARN of an alias, a version or anything else whose `Ref` is one is that; this is the URI by which API Gateway invokes a function. */
export function invocationUri(id: string, version = '2015-03-31', action = 'invocations') {
  return { 'Fn::Sub': `arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/${version}/functions/\${${id}.Arn}/${action}` };
}

/** A method with a Lambda integration of an API. */
export function lambdaMethod(more: Properties = {}, methodProps: Properties = {}): ResourceLike {
  return method({
    HttpMethod: 'GET', RestApiId: ref('Api'), Integration: { Type: 'AWS', IntegrationHttpMethod: 'POST', Uri: invocationUri('Fn'), ...more }, ...methodProps,
  });
}

/** A method whose Lambda integration has responses of these statuses, for these patterns. */
export function mappedMethod(responses: Readonly<Record<string, unknown>>, more: Properties = {}): ResourceLike {
  const IntegrationResponses = Object.entries(responses).map(([StatusCode, SelectionPattern]) =>
    ({ StatusCode, ...(SelectionPattern === undefined ? {} : { SelectionPattern }) }));
  return lambdaMethod({ IntegrationResponses }, { MethodResponses: Object.keys(responses).map((StatusCode) => ({ StatusCode })), ...more });
}

/** A role with these statements. */
export function role(...Statement: Properties[]): ResourceLike {
  return resource('AWS::IAM::Role')({ Policies: Statement.length === 0 ? [] : [{ PolicyDocument: { Statement } }] });
}

/** What a role or a service may do. */
export const allow = (Action: unknown, Resource: unknown, more: Properties = {}) => ({ Effect: 'Allow', Action, Resource, ...more });
