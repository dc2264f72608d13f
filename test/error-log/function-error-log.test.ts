import { App, CfnParameter, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { ErrorCatalog } from '../../src/catalog/error-catalog';
import { ErrorDefinition } from '../../src/catalog/error-definition';
import { FunctionErrorLog, type FunctionErrorLogProps } from '../../src/error-log/function-error-log';
import { l1Function, nodeFunction, testStack } from '../support';

const IMPORTED = 'arn:aws:lambda:eu-west-1:111122223333:function:orders';

function errorLog(props: Partial<FunctionErrorLogProps> = {}, fn: Partial<lambda.CfnFunctionProps> = {}, stack = testStack()): FunctionErrorLog {
  return new FunctionErrorLog(stack, 'ErrorLog', { watchedFunction: l1Function(stack, 'Orders', { runtime: 'provided.al2023', ...fn }), ...props });
}

function filtersOf(log: FunctionErrorLog): Record<string, any>[] {
  return Object.values(Template.fromStack(Stack.of(log)).findResources('AWS::Logs::MetricFilter')).map(({ Properties }) => Properties);
}

test('failures are counted in the log group of the function, under its name', () => {
  const log = errorLog();

  expect(log.metricNames).toEqual(['Timeouts', 'Crashes', 'InitErrors', 'FunctionErrors']);
  for (const filter of filtersOf(log)) {
    expect(filter).toMatchObject({
      LogGroupName: { 'Fn::Join': ['', ['/aws/lambda/', { Ref: 'Orders' }]] },
      MetricTransformations: [{ MetricNamespace: { 'Fn::Join': ['', ['FunctionErrorLog/', { Ref: 'Orders' }]] }, MetricValue: '1' }],
    });
  }
});

test('in JSON the type of an error is a dimension', () => {
  const log = errorLog({}, { loggingConfig: { logFormat: 'JSON' } });
  const [byType] = filtersOf(log);

  expect(log.metricNames[0]).toBe('PlatformErrors');
  expect(byType.MetricTransformations[0]).toMatchObject({ Dimensions: [{ Key: 'errorType', Value: '$.record.errorType' }] });
  expect(log.metric('PlatformErrors', 'Runtime.ExitError').dimensions).toEqual({ errorType: 'Runtime.ExitError' });
});

test('error types and the codes of a catalogue are counted once each', () => {
  const catalog = ErrorCatalog.of(ErrorDefinition.temporary('StockBusy'), ErrorDefinition.client('OrderNotFound'));
  const log = errorLog({ errorTypes: ['StockBusy', 'GErr[int]'], catalog });

  expect(log.metricNames.slice(-4)).toEqual(['FunctionErrors', 'StockBusy', 'GErr[int]', 'OrderNotFound']);
  expect(log.metric('StockBusy')).toMatchObject({ metricName: 'StockBusy', statistic: 'Sum' });
});

test('a line in the field of a logger is looked for there', () => {
  const log = errorLog({ errorTypes: ['StockBusy'], errorLineField: 'msg' });

  expect(filtersOf(log).map(({ FilterPattern }) => FilterPattern)).toContain('{ $.msg = "*\\"errorType\\":\\"StockBusy\\"*" }');
});

test('a code in a field is a dimension', () => {
  const log = errorLog({ errorCodeField: 'code' });

  expect(filtersOf(log)[4]).toMatchObject({ FilterPattern: '{ $.code = * }', MetricTransformations: [{ MetricName: 'ErrorCodes', Dimensions: [{ Key: 'errorType', Value: '$.code' }] }] });
});

test('a log group of its own is used, of an L2 too', () => {
  const stack = testStack();
  const logGroup = new logs.LogGroup(stack, 'Group');
  const log = errorLog({ watchedFunction: nodeFunction(stack, 'Function', { logGroup }) }, {}, stack);

  for (const { LogGroupName } of filtersOf(log)) expect(LogGroupName).toEqual(stack.resolve(logGroup.logGroupName));
});

test('queries are saved by the name of the function, unless not wanted', () => {
  const stack = Stack.of(errorLog());
  Template.fromStack(stack).hasResourceProperties('AWS::Logs::QueryDefinition', {
    Name: { 'Fn::Join': ['', [{ Ref: 'Orders' }, '/ErrorsByType']] }, QueryString: Match.stringLikeRegexp('stats count\\(\\)'), LogGroupNames: [Match.anyValue()],
  });

  Template.fromStack(Stack.of(errorLog({ saveQueries: false }))).resourceCountIs('AWS::Logs::QueryDefinition', 0);
});

test('more lines are counted, JSON where the code prints it', () => {
  const log = errorLog();
  const metric = log.countLines('Retries', { pattern: logs.FilterPattern.anyTerm('retry') });
  log.countLines('Handled', { pattern: logs.FilterPattern.stringValue('$.level', '=', 'ERROR'), printedAsJson: true });

  expect(metric.metricName).toBe('Retries');
  expect(filtersOf(log).map(({ FilterPattern }) => FilterPattern)).toContain('{ $.level = "ERROR" }');
});

test('handled errors have a log alarm that runs a query with the role given', () => {
  const stack = testStack();
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() });
  errorLog({}, {}, stack).handledErrors({ queryRole: role });

  Template.fromStack(stack).hasResourceProperties('AWS::CloudWatch::LogAlarm', {
    Threshold: 1,
    TreatMissingData: 'notBreaching',
    ScheduledQueryConfiguration: {
      AggregationExpression: 'count(*)',
      QueryString: 'filter level = "ERROR"',
      ScheduledQueryRoleARN: stack.resolve(role.roleArn),
      ScheduleConfiguration: { ScheduleExpression: 'rate(5 minutes)', StartTimeOffset: 300 },
    },
  });
});

test('the format of an imported function must be said', () => {
  const watchedFunction = lambda.Function.fromFunctionArn(testStack('Other'), 'Imported', IMPORTED);

  expect(() => errorLog({ watchedFunction })).toThrow(expect.objectContaining({ name: 'ErrorLogFormatUnknown' }));
  expect(filtersOf(errorLog({ watchedFunction, loggingFormat: lambda.LoggingFormat.JSON }))[0].LogGroupName).toBe('/aws/lambda/orders');
});

test('a format that only the deployment knows must be said', () => {
  const stack = testStack();
  const logFormat = new CfnParameter(stack, 'Format').valueAsString;

  expect(() => errorLog({}, { loggingConfig: { logFormat } }, stack)).toThrow(expect.objectContaining({ name: 'ErrorLogFormatUnknown' }));
});

test.each<[string, () => unknown, string]>([
  ['ErrorLogFormatMismatch', () => errorLog({ loggingFormat: lambda.LoggingFormat.JSON }), 'got JSON'],
  ['ErrorLogPatternNeedsJson', () => errorLog().countLines('Handled', { pattern: logs.FilterPattern.exists('$.level') }), 'pattern of Handled'],
  ['ErrorLogTypeInvalid', () => errorLog({ errorTypes: ['a "quoted" type'] }), "got 'a \"quoted\" type'"],
  ['ErrorLogTypeInvalid', () => errorLog({ errorLineField: '$.msg' }), "got '$.msg'"],
  ['ErrorLogTypeInvalid', () => errorLog().metric('Nothing'), 'what is counted is Timeouts'],
  ['ErrorLogTypesUnreadable', () => errorLog({ errorTypes: ['StockBusy'] }, { runtime: 'python3.13' }), 'got python3.13'],
  ['ErrorLogFiltersTooMany', () => errorLog({ errorTypes: Array.from({ length: 97 }, (_, index) => `Error${index}`) }), 'Error96'],
  ['ErrorLogMetricTwice', () => errorLog({ errorTypes: ['Timeouts'] }), 'Timeouts is counted already'],
])('%s', (name, act, text) => {
  expect(act).toThrow(expect.objectContaining({ name, message: expect.stringContaining(text) }));
});

test('96 error types are as many as a log group takes', () => {
  expect(errorLog({ errorTypes: Array.from({ length: 96 }, (_, index) => `Error${index}`), saveQueries: false }).metricNames).toHaveLength(100);
});

test('a log group is for one function', () => {
  const stack = testStack();
  const logGroup = new logs.LogGroup(stack, 'Group');
  errorLog({ logGroup }, {}, stack);

  expect(() => new FunctionErrorLog(stack, 'Other', { watchedFunction: nodeFunction(stack), logGroup })).toThrow(expect.objectContaining({
    name: 'ErrorLogGroupShared', message: expect.stringContaining('Stack/ErrorLog'),
  }));
});

test.each([['WARN', true], ['INFO', false]])('aws-lambda-go has no level in its line: at level %s it is dropped: %s', (applicationLogLevel, dropped) => {
  const stack = Stack.of(errorLog({}, { loggingConfig: { logFormat: 'JSON', applicationLogLevel } }));
  const found = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('cdk-lambda-error-handling:FunctionErrorLog.errorLineDropped'));

  expect(found).toHaveLength(dropped ? 1 : 0);
});

test('a group that Lambda makes at the first invocation is a warning, unless the function exists already', () => {
  const warnings = (log: FunctionErrorLog): unknown[] => Annotations.fromStack(Stack.of(log)).findWarning('*', Match.stringLikeRegexp('FunctionErrorLog.logGroupMayBeMissing'));
  const watchedFunction = lambda.Function.fromFunctionArn(testStack('Other'), 'Imported', IMPORTED);
  const stack = testStack();

  expect(warnings(errorLog())).toHaveLength(1);
  expect(warnings(errorLog({ logGroup: new logs.LogGroup(stack, 'Group') }, {}, stack))).toEqual([]);
  expect(warnings(errorLog({ watchedFunction, loggingFormat: lambda.LoggingFormat.TEXT }))).toEqual([]);
});

test('an error type may have the name of an alarm', () => {
  const stack = testStack();
  const queryRole = new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() });

  expect(() => errorLog({ errorTypes: ['HandledErrors'] }, {}, stack).handledErrors({ queryRole })).not.toThrow();
});

test.each([0, -1, NaN, Infinity])('handled errors with a threshold of %d are refused', (threshold) => {
  const stack = testStack();
  const queryRole = new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() });

  expect(() => errorLog({}, {}, stack).handledErrors({ queryRole, threshold })).toThrow(expect.objectContaining({ name: 'ErrorLogThresholdOutOfRange' }));
});

test('order of declaration changes nothing', () => {
  const [one, other] = [['A', 'B'], ['B', 'A']].map((errorTypes) => Template.fromStack(Stack.of(errorLog({ errorTypes }, {}, new Stack(new App(), 'Stack')))).toJSON());

  expect(one).toEqual(other);
});
