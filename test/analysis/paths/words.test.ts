import { ARN, modelWith } from './support';
import { Assembly, failurePathsOf, type Attempts, type FailurePath, type ToldBy } from '../../../src/analysis';
import { attemptsText, duration, heardByText, invokerText, keptText, nameOf, pathsText, ringingAlarms, triggerText } from '../../../src/analysis/paths/words';

test.each([
  [1, '1 s'], [90, '90 s'], [120, '2 min'], [3_600, '1 h'], [21_600, '6 h'], [90_000, '25 h'], [1_209_600, '14 d'], [0, '0 s'],
])('%d seconds', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});

function textOf(attempts: Partial<Attempts>, { verdict = 'kept', ...outcome }: { verdict?: string; retriedBy: string }): string {
  return attemptsText({ attempts: { waits: [], isOpen: false, ...attempts }, outcome, verdict } as unknown as FailurePath);
}

test.each([
  ['once', { count: 1 }, { retriedBy: 'nobody', tries: 'once' }],
  ['3 times within 6 h by Lambda, after 1 min, 2 min', { count: 3, within: 21_600, waits: [60, 120] }, { retriedBy: 'lambda', tries: { retries: 'asyncRetryAttempts' } }],
  ['again within 6 h by Lambda, after 5 min', { within: 21_600, waits: [300] }, { retriedBy: 'lambda', tries: 'until-too-old' }],
  ['as the caller decides', {}, { retriedBy: 'caller', tries: 'as-the-caller-decides' }],
  ['not documented', {}, { retriedBy: 'nobody', tries: 'not-documented' }],
  ['until it succeeds by what reads the source', {}, { retriedBy: 'source', tries: 'until-too-old' }],
  ['until it succeeds by what reads the source, or the source deletes it', {}, { retriedBy: 'source', tries: 'until-too-old', verdict: 'lost' }],
  ['5 times by the invoker (a number is set at deployment)', { count: 5, isOpen: true }, { retriedBy: 'invoker', tries: { attempts: 'x' } }],
])('%s', (text, attempts, outcome) => {
  expect(textOf(attempts, outcome)).toBe(text);
});

test('a copy that is in no template is named by its text, else by what keeps it', () => {
  expect(keptText({ net: 'caller', text: 'arn:aws:sqs:eu-west-1:1:q' })).toBe('arn:aws:sqs:eu-west-1:1:q');
  expect(keptText({ net: 'broker', retention: 60 })).toBe('the dead-letter queue of the broker, which no template shows for 1 min');
});

const resource = (metadata?: unknown, name?: string) =>
  new Assembly([{ json: { Resources: { Q: { Type: 'AWS::SQS::Queue', Metadata: metadata } } }, name }]).templates[0].resource('Q')!;

test.each([
  ['Shop/Notify/Resource', 'Notify'],
  ['Shop/Notify/Alias', 'Notify/Alias'],
  ['Shop', 'Q'],
  [7, 'Q'],
])('a construct at %s is %s', (path, name) => {
  expect(nameOf(resource({ 'aws:cdk:path': path }))).toBe(name);
});

test('a construct in a stage has the name that it has in its stack', () => {
  expect(nameOf(resource({ 'aws:cdk:path': 'Production/Shop/Notify/Resource' }, 'Production/Shop'))).toBe('Notify');
  expect(nameOf(resource({ 'aws:cdk:path': 'Production/Shop/Notify/Resource' }, 'shop-in-production'))).toBe('Shop/Notify');
});

test('what a state machine keeps is said to be an execution, as it has the name of no queue', () => {
  expect(keptText({ net: 'execution', resource: resource(), retention: 1_209_600 })).toBe('the execution of Q for 14 d');
});

test('a task of a state machine is told by the name of its state', () => {
  const States = { Run: { Type: 'Task', Resource: ARN } };
  const [trigger] = modelWith({ Machine: { Type: 'AWS::StepFunctions::StateMachine', Properties: { Definition: { StartAt: 'Run', States } } } }).triggers;

  expect([invokerText(trigger), triggerText(trigger)]).toEqual(['Step Functions task "Run"', 'Step Functions task "Run" Machine → Fn']);
});

/** A rule that invokes the function, whose failures are kept in a queue with an alarm on it. */
const kept = (alarm: object = {}, config: object = {}) => modelWith({
  Role: { Type: 'AWS::IAM::Role', Properties: { Policies: [{ PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' }] } }] } },
  Rule: { Type: 'AWS::Events::Rule', Properties: { Targets: [{ Id: 'a', Arn: ARN }] } },
  Config: { Type: 'AWS::Lambda::EventInvokeConfig', Properties: { FunctionName: { Ref: 'Fn' }, Qualifier: '$LATEST', DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Queue', 'Arn'] } } }, ...config } },
  OnCall: { Type: 'AWS::SNS::Topic' },
  Mail: { Type: 'AWS::SNS::Subscription', Properties: { TopicArn: { Ref: 'OnCall' }, Protocol: 'email', Endpoint: 'on-call@example.com' } },
  Waiting: {
    Type: 'AWS::CloudWatch::Alarm',
    Properties: {
      Namespace: 'AWS/SQS',
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': ['Queue', 'QueueName'] } }],
      Statistic: 'Maximum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      AlarmActions: [{ Ref: 'OnCall' }],
      ...alarm,
    },
  },
});
const ways = (model: ReturnType<typeof kept>) => failurePathsOf(model).filter(({ failure }) => failure === 'crash' || failure === 'timeout');

test('ways that end alike are told together, each with what is known of it', () => {
  expect(pathsText(ways(kept())).split('\n')).toEqual([
    'kept: EventBridge rule Rule → Fn: timeout, crash',
    '  tried     3 times within 6 h by Lambda, after 1 min, 2 min',
    '  kept in   Queue for 4 d',
    '  alarm     ApproximateNumberOfMessagesVisible',
    '  heard by  on-call@example.com',
    expect.stringMatching(/^ {2}weak {6}.+: .+/),
  ]);
  expect(pathsText(ways(kept({}, { DestinationConfig: undefined }))).split('\n')).toEqual([
    'lost: EventBridge rule Rule → Fn: timeout, crash',
    '  tried     3 times within 6 h by Lambda, after 1 min, 2 min',
    '  kept in   nothing',
    '  alarm     none',
    '  heard by  nobody',
    expect.stringMatching(/^ {2}lost {6}the event is gone.*: set /),
    expect.stringMatching(/^ {2}silent {4}nobody hears of it/),
  ]);
});

test('who hears is told by endpoints, else by the name of the topic; what is not known is said', () => {
  const heard = (alarm: object) => heardByText(ways(kept(alarm))[0]);

  expect(heard({})).toBe('on-call@example.com');
  expect(heard({ AlarmActions: ['arn:aws:sns:eu-west-1:111122223333:ops'] })).toBe('arn:aws:sns:eu-west-1:111122223333:ops');
  expect(heard({ AlarmActions: [] })).toBe('nobody');
  expect(heard({ AlarmActions: { Ref: 'Stage' } })).toBe('the parameter Stage is given at the deployment');
  expect(heardByText({ heard: 'unknown', alarms: [] })).toBe('not known');
  expect(heardByText({ heard: 'caller', alarms: [] })).toBe('the caller');
});

test('only alarms that ring for the failure or the copy are those that somebody hears', () => {
  const alarm = (rings: boolean, tells: string) => ({ rings, tells }) as ToldBy;

  expect(ringingAlarms({ alarms: [alarm(true, 'loss'), alarm(false, 'copy'), alarm(true, 'copy'), alarm(true, 'failure')] }).map(({ tells }) => tells)).toEqual(['copy', 'failure']);
});
