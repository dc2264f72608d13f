import { eventSourceOf, sourceOfMapping } from './event-source';
import type { InvocationPoint } from '../../facts/invocation-points';
import type { InvokerId } from '../../facts/invokers';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';
import { targetsOf } from '../template/targets';

type Decide = (resource: Resource, at: Property) => InvokerId | undefined;

/** Where more than the type of the resource says who invokes, and how. */
const DECIDED: Readonly<Record<string, Decide>> = {
  'AWS::Lambda::EventSourceMapping': sourceOfMapping,
  'AWS::ApiGateway::Method': (method) => restInvoker(method.get('Integration'), 'RequestParameters'),
  'AWS::ApiGateway::RestApi': (_, operation) => restInvoker(operation.get('x-amazon-apigateway-integration'), 'requestParameters'),
  'AWS::ApiGatewayV2::Integration': (integration) => apiInvoker(integration.get('ApiId')),
  'AWS::EventsV2::Subscriber': (subscriber) => (subscriber.get('InvokeConfiguration', 'LambdaParameters', 'InvocationType').text() === 'EVENT' ? 'subscriber-event' : 'subscriber'),
  'AWS::Pipes::Pipe': pipeInvoker,
};

/** The functions that send codes themselves are not waited for. */
const SENDERS = ['CustomEmailSender', 'CustomSMSSender'];

/** Who invokes the function that a place names: as the member of an object of that name, if it is one. */
export function invokerOf(resource: Resource, at: Property, point: InvocationPoint, member?: string): InvokerId {
  const decide = Object.prototype.hasOwnProperty.call(DECIDED, resource.type) ? DECIDED[resource.type] : undefined;
  if (point.path.includes('Enrichment')) return pipeSource(resource);
  if (point.invoker === 'cognito') return SENDERS.includes(member ?? '') ? 'cognito-sender' : 'cognito';
  if (point.invoker === 'ses') return at.get('LambdaAction', 'InvocationType').text() === 'RequestResponse' ? 'ses-sync' : 'ses';
  return point.invoker === 'authorizer' ? point.invoker : decide?.(resource, at) ?? point.invoker;
}

/** A header of the integration makes the call asynchronous. */
function restInvoker(integration: Property, parameters: string): InvokerId {
  const isAsync = integration.get(parameters).members()
    .some(([name, value]) => /x-amz-invocation-type$/i.test(name) && value.text() === "'Event'");
  if (isAsync) return 'sdk-event';
  const type = integration.get(parameters === 'requestParameters' ? 'type' : 'Type').text()?.toUpperCase();
  return type === 'AWS' ? 'rest-api-mapped' : 'rest-api';
}

function apiInvoker(api: Property): InvokerId {
  const [target] = targetsOf(api.value(), api.template);
  return target?.kind === 'resource' && target.resource.get('ProtocolType').text() === 'WEBSOCKET' ? 'websocket-api' : 'http-api';
}

function pipeInvoker(pipe: Resource): InvokerId {
  return pipe.get('TargetParameters', 'LambdaFunctionParameters', 'InvocationType').text() === 'FIRE_AND_FORGET' ? 'pipe-event' : pipeSource(pipe);
}

function pipeSource(pipe: Resource): InvokerId {
  const { id } = eventSourceOf(pipe.get('Source'));
  if (id === 'sqs' || id === 'sqs-fifo') return 'pipe-queue';
  return id === 'kinesis' || id === 'dynamodb' ? 'pipe' : id === undefined && pipe.get('SourceParameters', 'SelfManagedKafkaParameters').isAbsent() ? 'pipe' : 'pipe-broker';
}
