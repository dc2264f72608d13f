import { CfnParameter, CfnResource, Fn, Lazy } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as pipes from 'aws-cdk-lib/aws-pipes';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { decapitalize, isSame, isUnknown, putSetting, settingOf } from '../../src/private/settings';
import { l1Function, testStack } from '../support';

const MODE = ['TracingConfig', 'Mode'];

function fnWith(tracingConfig?: lambda.CfnFunction['tracingConfig']): lambda.CfnFunction {
  return l1Function(testStack(), 'L1', { tracingConfig });
}

describe('settingOf reads', () => {
  test('an L1 property', () => {
    expect(settingOf(fnWith({ mode: 'Active' }), ...MODE)).toBe('Active');
  });

  test('nothing where nothing is set', () => {
    expect(settingOf(fnWith(), ...MODE)).toBeUndefined();
  });

  test('through a lazy value', () => {
    expect(settingOf(fnWith(Lazy.any({ produce: () => ({ mode: 'Active' }) })), ...MODE)).toBe('Active');
  });

  test('a raw override before the property', () => {
    const fn = fnWith({ mode: 'Active' });
    fn.addPropertyOverride('TracingConfig.Mode', 'PassThrough');

    expect(settingOf(fn, ...MODE)).toBe('PassThrough');
  });

  test('nothing where an override deletes it, or what it is in', () => {
    const [inner, outer] = [fnWith({ mode: 'Active' }), fnWith({ mode: 'Active' })];
    inner.addPropertyDeletionOverride('TracingConfig.Mode');
    outer.addPropertyDeletionOverride('TracingConfig');

    expect([inner, outer].map((fn) => settingOf(fn, ...MODE))).toEqual([undefined, undefined]);
  });

  test('a property whose L1 name is spelled otherwise', () => {
    const bucket = new s3.CfnBucket(testStack(), 'Bucket', {
      bucketEncryption: { serverSideEncryptionConfiguration: [{ serverSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: 'key' } }] },
    });

    expect(settingOf(new pipes.CfnPipe(testStack(), 'Pipe', {
      source: 'source', target: 'target', roleArn: 'role', sourceParameters: { dynamoDbStreamParameters: { startingPosition: 'LATEST' } },
    }), 'SourceParameters', 'DynamoDBStreamParameters', 'StartingPosition')).toBe('LATEST');
    expect(settingOf(bucket, 'BucketEncryption', 'ServerSideEncryptionConfiguration', '0', 'ServerSideEncryptionByDefault', 'KMSMasterKeyID')).toBe('key');
  });
});

describe('a resource that CDK has no class for', () => {
  const generic = () => new CfnResource(testStack(), 'Generic', { type: 'AWS::EventsV2::Subscriber', properties: { RetryPolicy: { MaxRetryAttempts: 3 } } });

  test('is read by the names of CloudFormation', () => {
    expect([settingOf(generic(), 'RetryPolicy', 'MaxRetryAttempts'), settingOf(generic(), 'Type')]).toEqual([3, undefined]);
  });

  test('keeps what is beside', () => {
    const resource = generic();
    putSetting(resource, 60, 'RetryPolicy', 'MaxEventAgeInSeconds');

    Template.fromStack(resource.stack).hasResourceProperties('AWS::EventsV2::Subscriber', { RetryPolicy: { MaxRetryAttempts: 3, MaxEventAgeInSeconds: 60 } });
  });
});

describe('putSetting', () => {
  test.each<[string, lambda.CfnFunction['deadLetterConfig']]>([
    ['where nothing is', undefined], ['into an object', {}], ['into a lazy object', Lazy.any({ produce: () => ({}) })],
  ])('puts %s', (_, deadLetterConfig) => {
    const fn = l1Function(testStack(), 'L1', { deadLetterConfig });
    putSetting(fn, 'arn', 'DeadLetterConfig', 'TargetArn');

    expect(settingOf(fn, 'DeadLetterConfig', 'TargetArn')).toBe('arn');
    Template.fromStack(fn.stack).hasResourceProperties('AWS::Lambda::Function', { DeadLetterConfig: { TargetArn: 'arn' } });
  });

  test('puts over a deletion override', () => {
    const fn = fnWith({ mode: 'Active' });
    fn.addPropertyDeletionOverride('TracingConfig');
    putSetting(fn, 'PassThrough', ...MODE);

    Template.fromStack(fn.stack).hasResourceProperties('AWS::Lambda::Function', { TracingConfig: { Mode: 'PassThrough' } });
  });

  test('sets the property where it can, so that others see it', () => {
    const fn = fnWith();
    putSetting(fn, 'Active', ...MODE);

    expect(fn.tracingConfig).toEqual({ mode: 'Active' });
  });
});

describe('a plain CfnResource of the type, which has no L1 properties,', () => {
  const fn = new CfnResource(testStack(), 'Plain', { type: 'AWS::Lambda::Function', properties: { TracingConfig: { Mode: 'Active' } } });

  test('is read', () => {
    expect(settingOf(fn, ...MODE)).toBe('Active');
    expect(settingOf(fn, 'DeadLetterConfig', 'TargetArn')).toBeUndefined();
  });

  test('is set', () => {
    putSetting(fn, 'arn', 'DeadLetterConfig', 'TargetArn');

    expect(settingOf(fn, 'DeadLetterConfig', 'TargetArn')).toBe('arn');
    Template.fromStack(fn.stack).hasResourceProperties('AWS::Lambda::Function', { TracingConfig: { Mode: 'Active' }, DeadLetterConfig: { TargetArn: 'arn' } });
  });
});

describe('isUnknown', () => {
  test.each<[string, boolean, (fn: lambda.CfnFunction) => unknown]>([
    ['a value', false, () => 'Active'],
    ['a parameter', true, (fn) => new CfnParameter(fn.stack, 'Parameter').valueAsString],
    ['a reference to a resource', false, (fn) => fn.ref],
    ['an attribute', false, () => Fn.getAtt('Queue', 'Arn')],
    ['a condition', true, () => ({ 'Fn::If': ['Yes', 'Active', 'PassThrough'] })],
  ])('of %s is %s', (_, expected, value) => {
    const fn = fnWith();
    fn.addPropertyOverride('TracingConfig.Mode', value(fn));

    expect(isUnknown(fn, ...MODE)).toBe(expected);
  });

  test('is true below a condition', () => {
    const fn = fnWith();
    fn.addPropertyOverride('TracingConfig', { 'Fn::If': ['Yes', { Mode: 'Active' }, { Ref: 'AWS::NoValue' }] });

    expect(isUnknown(fn, ...MODE)).toBe(true);
  });
});

test('isSame compares what is rendered, and tells resources of the same logical id apart', () => {
  const [here, there] = [fnWith(), fnWith()];

  expect(isSame(here, 'a', 'a')).toBe(true);
  expect(isSame(here, here.attrArn, { 'Fn::GetAtt': ['L1', 'Arn'] })).toBe(true);
  expect(isSame(here, here.attrArn, here.ref)).toBe(false);
  expect(isSame(here, here.attrArn, there.attrArn)).toBe(false);
});

test.each([
  ['Timeout', 'timeout'], ['S3Key', 's3Key'], ['KMSMasterKeyID', 'kmsMasterKeyId'], ['DynamoDBStreamParameters', 'dynamoDbStreamParameters'], ['SSEAlgorithm', 'sseAlgorithm'],
  ['KMSKeyArn', 'kmsKeyArn'], ['ARN', 'arn'], ['EC2Config', 'ec2Config'], ['MSKCluster', 'mskCluster'], ['aURL', 'aUrl'], ['already', 'already'],
])('the L1 property of %s is %s', (name, property) => {
  expect(decapitalize(name)).toBe(property);
});
