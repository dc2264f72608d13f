import * as fc from 'fast-check';
import { ARN, found, functionWith, modelWith, path, QUEUE_ARN, RULE, SENDER } from './support';
import { Model } from '../../../src/analysis/model/model';
import { failurePathOf, failurePathsOf, pathsOf } from '../../../src/analysis/paths/failure-paths';
import { Assembly } from '../../../src/analysis/template/assembly';
import { FAILURES } from '../../../src/facts/failure-matrix';

const config = (properties: object, more: object = {}) => ({ Config: { Type: 'AWS::Lambda::EventInvokeConfig', Properties: { FunctionName: { Ref: 'Fn' }, Qualifier: '$LATEST', DestinationConfig: { OnFailure: { Destination: QUEUE_ARN } }, ...properties }, ...more } });

test('every function has a way for each trigger and failure, but those of the CDK', () => {
  const model = modelWith({ ...RULE, Url: { Type: 'AWS::Lambda::Url', Properties: { TargetFunctionArn: ARN } }, CustomResourceProviderHandler: { Type: 'AWS::Lambda::Function' }, Custom: { Type: 'Custom::Thing', Properties: { ServiceToken: { 'Fn::GetAtt': ['CustomResourceProviderHandler', 'Arn'] } } } });
  const paths = failurePathsOf(model);

  expect(paths).toHaveLength(2 * Object.keys(FAILURES).length);
  expect(new Set(paths.map(({ trigger }) => trigger.by.id))).toEqual(new Set(['Rule', 'Url']));
});

test('the ways of an assembly are followed once', () => {
  const { assembly } = modelWith(RULE);

  expect(pathsOf(assembly)).toBe(pathsOf(assembly));
  expect(pathsOf(assembly)).toHaveLength(Object.keys(FAILURES).length);
});

test.each<[string, object, string, string[]]>([
  ['nothing is set', { ...RULE }, 'lost', ['NothingKeepsIt']],
  ['a destination is set', { ...RULE, ...SENDER, ...config({}) }, 'kept', []],
  ['one is set for another qualifier', { ...RULE, ...SENDER, ...config({ Qualifier: 'live' }) }, 'lost', ['NothingKeepsIt']],
  ['one is set for whatever qualifier', { ...RULE, ...SENDER, ...config({ Qualifier: { Ref: 'Stage' } }) }, 'unknown', ['NotAmongTheTemplates']],
  ['one is set for whatever function', { ...RULE, ...SENDER, ...config({ FunctionName: { Ref: 'Stage' } }) }, 'unknown', ['NotAmongTheTemplates']],
  ['one may be set', { ...RULE, ...SENDER, ...config({}, { Condition: 'Open' }) }, 'unknown', ['NotAmongTheTemplates']],
  ['a durable function has one', { ...RULE, ...SENDER, ...functionWith({ DurableConfig: {} }), ...config({}) }, 'lost', ['DurableHasNoDestinations']],
  ['one of two works', { ...RULE, ...SENDER, ...functionWith({ DeadLetterConfig: { TargetArn: 'arn:aws:sqs:eu-west-1:1:a.fifo' } }), ...config({}) }, 'kept', ['FifoTakesNoFailures']],
  ['one of two may work', { ...RULE, ...SENDER, ...functionWith({ DeadLetterConfig: { TargetArn: 'arn:aws:sqs:eu-west-1:1:a.fifo' } }), ...config({ Qualifier: { Ref: 'Stage' } }) }, 'unknown', ['FifoTakesNoFailures']],
])('an event is kept where %s', (_what, resources, verdict, ids) => {
  const found_ = path(resources, 'crash');

  expect([found_.verdict, found(found_)]).toEqual([verdict, ids]);
});

test('what matters less is said to', () => {
  const { findings } = path({ ...RULE, ...SENDER, ...functionWith({ DeadLetterConfig: { TargetArn: 'arn:aws:sqs:eu-west-1:1:a.fifo' } }), ...config({}) }, 'crash');

  expect(findings.find(({ id }) => id === 'FifoTakesNoFailures')!.effect).toBe('weak');
});

test('a condition that the trigger needs decides', () => {
  const rule = { Rule: { ...RULE.Rule, Condition: 'Open' } };

  expect(path({ ...rule, ...SENDER, ...functionWith({ DeadLetterConfig: { TargetArn: { 'Fn::If': ['Open', QUEUE_ARN, { Ref: 'AWS::NoValue' }] } } }) }, 'crash').verdict).toBe('kept');
});

test('under a macro nothing is lost for sure', () => {
  const express = { Machine: { Type: 'AWS::StepFunctions::StateMachine', Properties: { StateMachineType: 'EXPRESS', Definition: { States: { A: { Type: 'Task', Resource: ARN } } } } } };

  expect([RULE, express].map((resources) => path(resources, 'crash', { Transform: 'Macro' }).verdict)).toEqual(['unknown', 'unknown']);
  expect(path(express, 'crash', { Transform: 'Macro' }).findings.map(({ effect }) => effect)).toContain('unknown');
});

test('what AWS keeps nowhere is nobody\'s fault', () => {
  const bucket = { Bucket: { Type: 'AWS::S3::Bucket', Properties: { NotificationConfiguration: { LambdaConfigurations: [{ Function: ARN }] } } } };

  expect(path(bucket, 'missing-permission')).toMatchObject({ verdict: 'lost', isUnavoidable: true });
});

test('what keeps a delivery that only a permission shows is elsewhere', () => {
  const permission = { Permission: { Type: 'AWS::Lambda::Permission', Properties: { FunctionName: { Ref: 'Fn' }, Principal: 'events.amazonaws.com' } } };

  expect([path(permission, 'too-old').verdict, path(permission, 'crash').verdict]).toEqual(['unknown', 'lost']);
});

test('what is kept by its source is kept there', () => {
  const read = path({ Mapping: { Type: 'AWS::Lambda::EventSourceMapping', Properties: { EventSourceArn: QUEUE_ARN, FunctionName: { Ref: 'Fn' } } } }, 'missing-permission');

  expect([read.verdict, read.copies.map(({ resource }) => resource?.id)]).toEqual(['kept', ['Queue']]);
});

/** Anything where a template has values: references, conditions, nonsense. */
const value = fc.oneof(
  fc.constantFrom<unknown>(ARN, QUEUE_ARN, { Ref: 'Fn' }, { Ref: 'Queue' }, { Ref: 'Stage' }, { 'Fn::If': ['Open', QUEUE_ARN, { Ref: 'AWS::NoValue' }] }, 'arn:aws:sqs:eu-west-1:1:a', '$LATEST', 'Sum', 3, -1, true, null, [], {}),
  fc.jsonValue({ maxDepth: 3 }),
);
const NAMES = ['Targets', 'Arn', 'DeadLetterConfig', 'TargetArn', 'FunctionName', 'EventSourceArn', 'DestinationConfig', 'OnFailure', 'Destination', 'RedrivePolicy', 'deadLetterTargetArn', 'Definition', 'States', 'Resource', 'Catch', 'Retry', 'Dimensions', 'Metrics', 'Policies', 'PolicyDocument', 'Statement', 'Principal', 'Condition', 'Role', 'Qualifier', 'TopicRulePayload', 'SourceParameters', 'Target', 'Source', 'AlarmRule', 'AlarmActions'];
const properties = fc.letrec((tie) => ({ any: fc.oneof({ maxDepth: 4 }, value, fc.array(tie('any'), { maxLength: 2 }), fc.dictionary(fc.constantFrom(...NAMES), tie('any'), { maxKeys: 5 })) })).any;
const TYPES = ['AWS::Lambda::Function', 'AWS::Lambda::Alias', 'AWS::Lambda::EventInvokeConfig', 'AWS::Lambda::EventSourceMapping', 'AWS::Lambda::Permission', 'AWS::Events::Rule', 'AWS::SQS::Queue', 'AWS::SQS::QueuePolicy', 'AWS::SNS::Subscription', 'AWS::StepFunctions::StateMachine', 'AWS::IAM::Role', 'AWS::IAM::Policy', 'AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm', 'AWS::IoT::TopicRule', 'AWS::Pipes::Pipe', 'Custom::Thing', 'AWS::KMS::Key'];

test('whatever is wired, nothing throws', () => {
  const resource = fc.record({ Type: fc.constantFrom(...TYPES), Properties: properties, Condition: fc.constantFrom('Open', 'Nothing', 3) }, { requiredKeys: ['Type', 'Properties'] });
  const resources = fc.dictionary(fc.constantFrom('Fn', 'Queue', 'Role', 'A', 'B', 'C'), resource, { minKeys: 2 });

  fc.assert(fc.property(resources, fc.constantFrom(undefined, 'Macro'), (Resources, Transform) => {
    const lost = failurePathsOf(new Model(Assembly.ofTemplate({ Transform, Resources }))).filter(({ verdict, isUnavoidable }) => verdict === 'lost' && !isUnavoidable);
    if (Transform) expect(lost).toEqual([]);
  }), { numRuns: 1_000 });
});

test('only a task of a state machine has the error of the function as its own', () => {
  const machine = { Machine: { Type: 'AWS::StepFunctions::StateMachine', Properties: { Definition: { States: { A: { Type: 'Task', Resource: ARN } } } } } };
  const errorOf = (resources: object, failure: 'function-error' | 'throttle', errorType?: string) => {
    const model = modelWith(resources);
    return failurePathOf(model, model.triggers[0], failure, errorType).outcome.answer?.error;
  };

  expect([errorOf(machine, 'function-error', 'StockBusy'), errorOf(machine, 'function-error')]).toEqual(['StockBusy', undefined]);
  expect(errorOf(machine, 'throttle', 'StockBusy')).toBe('Lambda.TooManyRequestsException');
  expect(errorOf(RULE, 'function-error', 'StockBusy')).toBeUndefined();
});

test('what may be set elsewhere makes a loss uncertain, also of what is found about it', () => {
  const open = path({ ...RULE, ...SENDER, ...functionWith({ DeadLetterConfig: { TargetArn: 'arn:aws:sqs:eu-west-1:1:a.fifo' } }), ...config({ Qualifier: { Ref: 'Stage' } }) }, 'crash');

  expect(open.findings.find(({ id }) => id === 'FifoTakesNoFailures')!.effect).toBe('unknown');
  expect(path({ ...RULE }, 'crash').findings.find(({ id }) => id === 'NothingKeepsIt')!.effect).toBe('lost');
});
