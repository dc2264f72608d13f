import { App, CfnParameter, CfnResource, Fn, Stack } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { EventSourceId } from '../../src/facts/event-sources';
import { eventSourceOf, functionNameOfMapping, functionOfMapping, resourceBehind } from '../../src/private/event-source';
import { SOURCES } from '../event-source/support';
import { l1Function, nodeFunction } from '../support';

function stackInApp(): Stack {
  return new Stack(new App(), 'Stack');
}

function mapping(stack: Stack, props: Partial<lambda.CfnEventSourceMappingProps>): lambda.CfnEventSourceMapping {
  return new lambda.CfnEventSourceMapping(stack, 'Mapping', { functionName: 'orders', ...props });
}

/** A resource of which only the type matters. */
function plain(stack: Stack, type: string): string {
  return new CfnResource(stack, 'Source', { type }).getAtt('Arn').toString();
}

describe('the source is told', () => {
  test.each(Object.entries(SOURCES) as [EventSourceId, Partial<lambda.CfnEventSourceMappingProps>][])('by what a mapping of %s says', (id, props) => {
    expect(eventSourceOf(mapping(stackInApp(), props)).id).toBe(id);
  });

  test.each<[string, EventSourceId]>([
    ['AWS::SQS::Queue', 'sqs'], ['AWS::Kinesis::Stream', 'kinesis'], ['AWS::Kinesis::StreamConsumer', 'kinesis'], ['AWS::DynamoDB::Table', 'dynamodb'],
    ['AWS::DynamoDB::GlobalTable', 'dynamodb'], ['AWS::MSK::Cluster', 'msk'], ['AWS::MSK::ServerlessCluster', 'msk'], ['AWS::MSK::VpcConnection', 'msk'],
    ['AWS::AmazonMQ::Broker', 'mq'], ['AWS::DocDB::DBCluster', 'documentdb'],
  ])('by a reference to %s', (type, id) => {
    const stack = stackInApp();

    expect(eventSourceOf(mapping(stack, { eventSourceArn: plain(stack, type) })).id).toBe(id);
  });

  test.each<[string, EventSourceId, (stack: Stack) => string]>([
    ['an L2 stream', 'kinesis', (stack) => new kinesis.Stream(stack, 'Stream').streamArn],
    ['an L2 table', 'dynamodb', (stack) => new dynamodb.Table(stack, 'Table', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING }, stream: dynamodb.StreamViewType.NEW_IMAGE,
    }).tableStreamArn!],
    ['a FIFO queue', 'sqs-fifo', (stack) => new sqs.CfnQueue(stack, 'Queue', { fifoQueue: true }).attrArn],
    ['a queue in another stack', 'sqs', (stack) => new sqs.Queue(new Stack(stack.node.root, 'Far'), 'Queue').queueArn],
    ['an imported stream', 'kinesis', (stack) => kinesis.Stream.fromStreamArn(stack, 'Stream', 'arn:aws:kinesis:eu-west-1:1:stream/orders').streamArn],
    ['an ARN with tokens', 'sqs-fifo', (stack) => stack.formatArn({ service: 'sqs', resource: 'orders.fifo' })],
    ['Fn::Sub', 'kinesis', () => Fn.sub('arn:${AWS::Partition}:kinesis:${AWS::Region}:${AWS::AccountId}:stream/orders')],
    ['Fn::Sub with variables', 'kinesis', () => Fn.sub('arn:${P}:kinesis:::stream/orders', { P: 'aws' })],
  ])('by %s', (_, id, arn) => {
    const stack = stackInApp();

    expect(eventSourceOf(mapping(stack, { eventSourceArn: arn(stack) })).id).toBe(id);
  });

  test('by plain JSON that refers to a resource', () => {
    const stack = stackInApp();
    const queue = new sqs.CfnQueue(stack, 'Queue');
    const found = mapping(stack, {});
    found.addPropertyOverride('EventSourceArn', { 'Fn::GetAtt': ['Queue', 'Arn'] });

    expect(eventSourceOf(found)).toEqual({ id: 'sqs', resource: queue });
    expect(resourceBehind(found, { 'Fn::GetAtt': 'Queue.Arn' })).toBe(queue);
    expect(resourceBehind(found, { Ref: 'Queue' })).toBe(queue);
  });

  test.each<[string, (stack: Stack) => string | undefined]>([
    ['a parameter', (stack) => new CfnParameter(stack, 'Arn').valueAsString],
    ['an import', () => Fn.importValue('Stream')],
    ['another resource', (stack) => plain(stack, 'Custom::Stream')],
    ['another service', () => 'arn:aws:s3:::orders'],
    ['no ARN', () => 'sqs'],
    ['nothing', () => undefined],
  ])('by nothing when there is %s', (_, arn) => {
    const stack = stackInApp();

    expect(eventSourceOf(mapping(stack, { eventSourceArn: arn(stack) })).id).toBeUndefined();
  });
});

describe('the function is found', () => {
  test.each<[string, (fn: lambda.Function) => string]>([
    ['its name', (fn) => fn.functionName],
    ['its ARN', (fn) => fn.functionArn],
    ['the name of an alias', (fn) => fn.addAlias('live').functionName],
    ['the ARN of an alias', (fn) => fn.addAlias('live').functionArn],
    ['a version', (fn) => fn.currentVersion.functionArn],
    ['its literal name', () => 'orders'],
    ['its literal name with a qualifier', () => 'orders:live'],
    ['a literal ARN', () => 'arn:aws:lambda:eu-west-1:111122223333:function:orders:live'],
    ['a literal partial ARN', () => '111122223333:function:orders'],
  ])('by %s', (_, functionName) => {
    const stack = stackInApp();
    const fn = nodeFunction(stack, 'Function', { functionName: 'orders' });

    expect(functionOfMapping(mapping(stack, { functionName: functionName(fn) }))).toBe(fn.node.defaultChild);
  });

  test('not when it is elsewhere, but its name is known', () => {
    const stack = stackInApp();
    l1Function(stack);
    const found = mapping(stack, { functionName: 'elsewhere:live' });

    expect([functionOfMapping(found), functionNameOfMapping(found)]).toEqual([undefined, 'elsewhere']);
  });
});
