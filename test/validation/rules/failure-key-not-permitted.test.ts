import { failureKeyNotPermitted } from '../../../src/validation/rules/failure-key-not-permitted';
import { describeRule } from '../../conformance/describe-rule';
import { allow, arn, lambda, queue, ref, resource, role, rule } from '../support';

const key = (...Statement: object[]) => resource('AWS::KMS::Key')({ KeyPolicy: { Statement } });
const send = allow('sqs:SendMessage', arn('Queue'));
const of = (Key: object, ...statements: Record<string, unknown>[]) => ({
  Key,
  Queue: queue({ KmsMasterKeyId: arn('Key') }),
  Role: role(send, ...statements),
  Fn: lambda({ Role: arn('Role'), DeadLetterConfig: { TargetArn: arn('Queue') } }),
  Rule: rule({ Targets: [{ Arn: arn('Fn') }] }),
});
const use = allow(['kms:GenerateDataKey', 'kms:Decrypt'], arn('Key'));
const Policy = resource('AWS::SQS::QueuePolicy')({ Queues: [ref('Queue')], PolicyDocument: { Statement: [{ ...send, Principal: { Service: 'events.amazonaws.com' } }] } });
const delivered = (Key: object) => ({ ...of(Key, use), Policy, Rule: rule({ Targets: [{ Arn: arn('Fn'), DeadLetterConfig: { Arn: arn('Queue') } }] }) });

describeRule({
  rule: failureKeyNotPermitted,
  violating: [[of(key()), 'Fn Properties.Role'], [delivered(key()), 'Rule Properties.Targets.0.DeadLetterConfig.Arn']],
  compliant: [of(key(), use), delivered(key({ Effect: 'Allow', Action: 'kms:*', Resource: '*', Principal: { Service: 'events.amazonaws.com' } }))],
});
