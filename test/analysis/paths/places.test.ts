import { found, functionWith, path, QUEUE_ARN, RULE, SENDER } from './support';

const dead = (TargetArn: unknown, resources: object = SENDER) => path({ ...RULE, ...functionWith({ DeadLetterConfig: { TargetArn } }), ...resources }, 'crash');
const allow = (Action: unknown) => ({ Role: { Type: 'AWS::IAM::Role', Properties: { Policies: [{ PolicyDocument: { Statement: [{ Effect: 'Allow', Action, Resource: '*' }] } }] } } });
const TOPIC = { Topic: { Type: 'AWS::SNS::Topic' }, ...allow('sns:Publish') };
const KEY = { Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { Statement: [] } } }, Queue: { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: { Ref: 'Key' } } } };

test.each<[string, ReturnType<typeof path>, string, string[]]>([
  ['a queue', dead(QUEUE_ARN), 'kept', []],
  ['a queue that nobody may send to', dead(QUEUE_ARN, {}), 'lost', ['NotPermitted']],
  ['a queue of a role elsewhere', dead(QUEUE_ARN, functionWith({ Role: 'arn:aws:iam::1:role/a', DeadLetterConfig: { TargetArn: QUEUE_ARN } })), 'unknown', ['MayNotBePermitted']],
  ['a FIFO queue', dead(QUEUE_ARN, { ...SENDER, Queue: { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true } } }), 'lost', ['FifoTakesNoFailures']],
  ['a queue that forgets soon', dead(QUEUE_ARN, { ...SENDER, Queue: { Type: 'AWS::SQS::Queue', Properties: { MessageRetentionPeriod: 60 } } }), 'kept', ['KeptTooShort']],
  ['a queue with a key that the role may not use', dead(QUEUE_ARN, { ...SENDER, ...KEY }), 'lost', ['NotPermitted']],
  ['a queue with a key that it may use', dead(QUEUE_ARN, { ...KEY, ...allow(['sqs:*', 'kms:GenerateDataKey']) }), 'kept', []],
  ['a queue with the key of SQS', dead(QUEUE_ARN, { ...SENDER, Queue: { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: 'alias/aws/sqs' } } }), 'kept', []],
  ['a topic nobody listens to', dead({ Ref: 'Topic' }, TOPIC), 'unknown', ['NobodyListens']],
  ['a topic', dead({ Ref: 'Topic' }, { ...TOPIC, Mail: { Type: 'AWS::SNS::Subscription', Properties: { TopicArn: { Ref: 'Topic' } } } }), 'kept', []],
  ['a queue elsewhere', dead('arn:aws:sqs:eu-west-1:1:a'), 'kept', []],
  ['a queue elsewhere that nobody may send to', dead('arn:aws:sqs:eu-west-1:1:a', {}), 'lost', ['NotPermitted']],
  ['a bucket elsewhere', dead('arn:aws:s3:::a', { Role: { Type: 'AWS::IAM::Role', Properties: { Policies: [{ PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::a/*' }] } }] } } }), 'kept', []],
  ['a FIFO queue elsewhere', dead('arn:aws:sqs:eu-west-1:1:a.fifo'), 'lost', ['FifoTakesNoFailures']],
  ['what only the deployment knows', dead({ Ref: 'Stage' }), 'unknown', ['NotKnownBefore']],
  ['what is no place', dead({ 'Fn::GetAtt': ['Thing', 'Arn'] }, { ...SENDER, Thing: { Type: 'Custom::Thing' } }), 'unknown', ['MayBeNoPlace']],
  ['a queue, if a condition holds', dead({ 'Fn::If': ['Open', QUEUE_ARN, { Ref: 'AWS::NoValue' }] }), 'unknown', ['NotAmongTheTemplates']],
  ['either of two', dead({ 'Fn::If': ['Open', QUEUE_ARN, 'arn:aws:sqs:eu-west-1:1:a'] }), 'kept', []],
])('%s', (_what, found_, verdict, ids) => {
  expect([found_.verdict, found(found_)]).toEqual([verdict, ids]);
});

test('a rule needs the policy of the queue, and of its key', () => {
  const rule = { Rule: { Type: 'AWS::Events::Rule', Properties: { Targets: [{ Arn: { Ref: 'Fn' }, DeadLetterConfig: { Arn: QUEUE_ARN } }] } } };
  const policy = (SourceArn: unknown) => ({
    Policy: {
      Type: 'AWS::SQS::QueuePolicy',
      Properties: { Queues: [{ Ref: 'Queue' }], PolicyDocument: { Statement: [{ Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: QUEUE_ARN, Condition: { ArnEquals: { 'aws:SourceArn': SourceArn } } }] } },
    },
  });
  const verdict = (...resources: object[]) => path(Object.assign({}, rule, ...resources), 'too-old').verdict;

  expect([verdict(), verdict(policy({ 'Fn::GetAtt': ['Rule', 'Arn'] })), verdict(policy({ 'Fn::GetAtt': ['Fn', 'Arn'] }))]).toEqual(['lost', 'kept', 'lost']);
  expect([verdict(policy('*'), KEY), verdict(policy('*'), { Queue: { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: 'alias/orders' } } })]).toEqual(['lost', 'unknown']);
});
