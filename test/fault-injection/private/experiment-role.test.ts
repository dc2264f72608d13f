import { Match, Template } from 'aws-cdk-lib/assertions';
import { Deployed } from '../../deployed';
import { nodeFunction, testStack } from '../../support';
import { experiment } from '../support';

const ACCOUNT = { 's3:ResourceAccount': '111122223333' };
const stack = testStack();
experiment(stack, [nodeFunction(stack, 'Orders')]);
const other = nodeFunction(stack, 'Audit');
const deployed = Deployed.fromStack(stack);
const arn = (type: string, part: string) => deployed.arnOf(deployed.idOf(type, part));
const bucket = arn('AWS::S3::Bucket', 'FaultConfiguration');
const orders = arn('AWS::Lambda::Function', 'Orders');
const audit = deployed.resolve(stack.resolve(other.functionArn));

test('only experiments of the account can be it', () => {
  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Statement: [{
        Principal: { Service: 'fis.amazonaws.com' },
        Condition: {
          StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
          ArnLike: { 'aws:SourceArn': { 'Fn::Join': ['', Match.arrayWith([':experiment/*'])] } },
        },
      }],
    },
  });
});

describe('the role of the experiment', () => {
  const role = deployed.idOf('AWS::IAM::Role', 'GameDayRole');

  test.each([
    ['s3:PutObject', `${bucket}/FisConfigs/x`, ACCOUNT], ['s3:DeleteObject', `${bucket}/FisConfigs/x`, ACCOUNT], ['lambda:GetFunction', orders, {}], ['tag:GetResources', '*', {}],
  ])('may %s on %s', async (action, resource, context) => {
    expect(await deployed.allows(role, action, resource, context)).toBe(true);
  });

  test.each([
    ['s3:PutObject', `${bucket}/other/x`, ACCOUNT], ['s3:GetObject', `${bucket}/FisConfigs/x`, ACCOUNT], ['s3:PutObject', `${bucket}/FisConfigs/x`, { 's3:ResourceAccount': '999988887777' }],
    ['lambda:GetFunction', audit, {}], ['lambda:InvokeFunction', orders, {}], ['lambda:UpdateFunctionConfiguration', orders, {}],
  ])('may not %s on %s', async (action, resource, context) => {
    expect(await deployed.allows(role, action, resource, context)).toBe(false);
  });

  test('may do nothing else', () => {
    expect(deployed.actionsOf(role)).toEqual(['lambda:GetFunction', 's3:DeleteObject', 's3:PutObject', 'tag:GetResources']);
  });
});

describe('the role of the function', () => {
  const role = deployed.idOf('AWS::IAM::Role', 'Orders');

  test.each([
    ['s3:GetObject', `${bucket}/FisConfigs/x`, ACCOUNT], ['s3:ListBucket', bucket, { ...ACCOUNT, 's3:prefix': 'FisConfigs/orders' }],
  ])('may %s on %s', async (action, resource, context) => {
    expect(await deployed.allows(role, action, resource, context)).toBe(true);
  });

  test.each([
    ['s3:GetObject', `${bucket}/other/x`, ACCOUNT], ['s3:ListBucket', bucket, { ...ACCOUNT, 's3:prefix': '' }], ['s3:PutObject', `${bucket}/FisConfigs/x`, ACCOUNT],
    ['s3:DeleteObject', `${bucket}/FisConfigs/x`, ACCOUNT], ['s3:ListBucket', bucket, { 's3:ResourceAccount': '999988887777', 's3:prefix': 'FisConfigs/' }],
  ])('may not %s on %s', async (action, resource, context) => {
    expect(await deployed.allows(role, action, resource, context)).toBe(false);
  });
});
