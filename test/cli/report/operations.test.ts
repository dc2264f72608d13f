import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as s3n from 'aws-cdk-lib/aws-s3-notifications';
import type { Operations } from '../../../src/cli/report/operations';
import { runbook } from '../../../src/cli/runbook/runbook';
import { FailureDestination, FailureQueue } from '../../../src/failure';
import { FunctionAsyncFailure } from '../../../src/failure/function-async-failure';
import { FaultInjectionExperiment, InjectedFault } from '../../../src/fault-injection';
import { RedrivePipe } from '../../../src/redrive';
import { SharedTestEvents } from '../../../src/test-events';
import { keptTemplate, reportOf } from '../support';

function kinds({ redrives, experiments, testEvents }: Operations): string[][] {
  return [redrives, experiments, testEvents].map((places) => places.map(({ type }) => type));
}

/** A function with everything that this library has to operate it. */
function operated(): object {
  const stack = new Stack(new App(), 'Shop');
  const fn = new lambda.Function(stack, 'Notify', {
    runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler', code: lambda.Code.fromInline('x'),
  });
  const failures = new FailureQueue(stack, 'Failures');
  fn.with(new FunctionAsyncFailure({ failureDestination: FailureDestination.queue(failures) }));
  new s3.Bucket(stack, 'Uploads').addEventNotification(s3.EventType.OBJECT_CREATED, new s3n.LambdaDestination(fn));
  new RedrivePipe(stack, 'Redrive', { functions: [fn], failureQueue: failures.queue });
  const metric = new cloudwatch.Metric({ namespace: 'Shop', metricName: 'Lost' });
  const alarm = new cloudwatch.Alarm(stack, 'Customers', { metric, threshold: 1, evaluationPeriods: 1 });
  new FaultInjectionExperiment(stack, 'GameDay', { functions: [fn], faults: [InjectedFault.functionError()], stopAlarms: [alarm] });
  new SharedTestEvents(stack, 'Events', { testedFunction: fn, success: {} });
  return Template.fromStack(stack).toJSON();
}

test('finds what operates a function, and the runbook has the commands', () => {
  const report = reportOf(operated());
  const { operations } = report.functions.find(({ fn }) => fn.id.startsWith('Notify'))!;

  expect(kinds(operations)).toEqual([['AWS::Pipes::Pipe'], ['AWS::FIS::ExperimentTemplate'], ['AWS::EventSchemas::Schema']]);
  expect(runbook(report)).toMatch(/aws pipes start-pipe --name "\$PIPE"[^]*aws fis start-experiment [^]*### Try/);
});

test('a function without any has none', () => {
  const report = reportOf(keptTemplate());

  expect(kinds(report.functions[0].operations)).toEqual([[], [], []]);
  expect(runbook(report)).not.toMatch(/### (Rehearse|Try)|start-pipe/);
});

test('what operates something else is not of this function', () => {
  const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
  const pipe = (Source: unknown, DesiredState?: string) => ({ Type: 'AWS::Pipes::Pipe', Properties: { Source, DesiredState } });
  const experiment = (...ResourceArns: unknown[]) => ({ Type: 'AWS::FIS::ExperimentTemplate', Properties: { Targets: { functions: { ResourceArns } } } });
  const schema = (SchemaName: unknown, RegistryName = 'lambda-testevent-schemas') => ({ Type: 'AWS::EventSchemas::Schema', Properties: { RegistryName, SchemaName } });
  const template = keptTemplate();
  template.Resources.Notify.Properties.FunctionName = 'notify';
  Object.assign(template.Resources, {
    Other: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'other' } },
    OtherQueue: { Type: 'AWS::SQS::Queue' },
    Stopped: pipe(arn('Failures'), 'STOPPED'),
    Running: pipe(arn('Failures'), 'RUNNING'),
    OfOthers: pipe(arn('OtherQueue'), 'STOPPED'),
    OfBoth: experiment(arn('Other'), arn('Notify')),
    OfOther: experiment(arn('Other')),
    ByName: schema('_notify-schema'),
    ByReference: schema({ 'Fn::Sub': '_${Notify}-schema' }),
    ByNameOfOther: schema('_other-schema'),
    ByReferenceToOther: schema({ 'Fn::Sub': '_${Other}-schema' }),
    Elsewhere: schema('_notify-schema', 'orders'),
  });
  const { operations: { redrives, experiments, testEvents } } = reportOf(template).functions.find(({ fn }) => fn.id === 'Notify')!;

  expect([redrives, experiments, testEvents].map((places) => places.map(({ id }) => id))).toEqual([['Stopped'], ['OfBoth'], ['ByName', 'ByReference']]);
});
