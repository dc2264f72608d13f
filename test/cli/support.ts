import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { Assembly, Model } from '../../src/analysis';
import { main } from '../../src/cli/main';
import { makeReport } from '../../src/cli/report/make-report';
import type { FunctionReport, Report, Way } from '../../src/cli/report/report';

const ALLOW = (action: string, resource: unknown) => ({ Effect: 'Allow', Action: action, Resource: resource });
const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

/** A function that a topic invokes; its failures are kept in a queue with an alarm that somebody hears of. */
export function keptTemplate(): any {
  const alarm = (metric: string, namespace: string, name: string, value: unknown) => ({
    Type: 'AWS::CloudWatch::Alarm',
    Properties: {
      Namespace: namespace,
      MetricName: metric,
      Dimensions: [{ Name: name, Value: value }],
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
      AlarmActions: [{ Ref: 'OnCall' }],
    },
  });
  const queue = arn('Failures');
  return {
    Resources: {
      Notify: { Type: 'AWS::Lambda::Function', Metadata: { 'aws:cdk:path': 'Shop/Notify/Resource' }, Properties: { Code: {}, Role: arn('Role'), Timeout: 10 } },
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: { AssumeRolePolicyDocument: {}, Policies: [{ PolicyName: 'p', PolicyDocument: { Statement: [ALLOW('sqs:SendMessage', queue)] } }] },
      },
      Config: {
        Type: 'AWS::Lambda::EventInvokeConfig',
        Properties: { FunctionName: { Ref: 'Notify' }, Qualifier: '$LATEST', MaximumRetryAttempts: 1, DestinationConfig: { OnFailure: { Destination: queue } } },
      },
      Failures: { Type: 'AWS::SQS::Queue', Properties: { MessageRetentionPeriod: 1_209_600 } },
      QueuePolicy: {
        Type: 'AWS::SQS::QueuePolicy',
        Properties: { Queues: [{ Ref: 'Failures' }], PolicyDocument: { Statement: [{ ...ALLOW('sqs:SendMessage', queue), Principal: { Service: 'sns.amazonaws.com' } }] } },
      },
      Orders: { Type: 'AWS::SNS::Topic' },
      Subscription: {
        Type: 'AWS::SNS::Subscription',
        Properties: { TopicArn: { Ref: 'Orders' }, Protocol: 'lambda', Endpoint: arn('Notify'), RedrivePolicy: { deadLetterTargetArn: queue } },
      },
      Permission: {
        Type: 'AWS::Lambda::Permission',
        Properties: { FunctionName: arn('Notify'), Action: 'lambda:InvokeFunction', Principal: 'sns.amazonaws.com', SourceArn: { Ref: 'Orders' } },
      },
      OnCall: { Type: 'AWS::SNS::Topic' },
      Mail: { Type: 'AWS::SNS::Subscription', Properties: { TopicArn: { Ref: 'OnCall' }, Protocol: 'email', Endpoint: 'on-call@example.com' } },
      Waiting: alarm('ApproximateNumberOfMessagesVisible', 'AWS/SQS', 'QueueName', { 'Fn::GetAtt': ['Failures', 'QueueName'] }),
      Undelivered: alarm('DestinationDeliveryFailures', 'AWS/Lambda', 'FunctionName', { Ref: 'Notify' }),
      NotRedriven: alarm('NumberOfNotificationsFailedToRedriveToDlq', 'AWS/SNS', 'TopicName', { 'Fn::GetAtt': ['Orders', 'TopicName'] }),
    },
  };
}

/** The same with nothing that keeps what the function fails at. */
export function lossyTemplate(): any {
  const template = keptTemplate();
  delete template.Resources.Config;
  return template;
}

/** The report of one template. */
export function reportOf(template: unknown, name = 'Shop'): Report {
  return makeReport([new Model(Assembly.ofTemplate(template, { name }))]);
}

/** The first way of the kept template, with what is given. */
export function wayWith(props: Partial<Way> = {}): Way {
  return { ...reportOf(keptTemplate()).functions[0].ways[0], ...props };
}

/** The report of one function with some ways. */
export function reportWith(ways: readonly Partial<Way>[], props: Partial<Report> = {}, fn: Partial<FunctionReport> = {}): Report {
  const { functions: [own], ...rest } = reportOf(keptTemplate());
  return { ...rest, functions: [{ ...own, ways: ways.map(wayWith), ...fn }], ...props };
}

/** What `lambda-errors` prints, and its exit code. */
export function run(...args: string[]): { readonly code: number; readonly out: string; readonly err: string } {
  const out: string[] = [];
  const err: string[] = [];
  const code = main(args, { out: (text) => out.push(text), err: (text) => err.push(text), colour: false });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

let folder: string | undefined;

/** Writes a file into the temporary folder of this test file, and names it. */
export function written(name: string, content: unknown): string {
  folder ??= mkdtempSync(join(tmpdir(), 'lambda-errors-'));
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content));
  return file;
}

/** Removes what `written` wrote. */
export function removeWritten(): void {
  if (folder !== undefined) rmSync(folder, { recursive: true });
  folder = undefined;
}
