import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { FunctionErrorLog } from 'cdk-lambda-error-handling';
import { AGREED_ERRORS, compiledHandler } from './support/handlers';
import { invokeProcess } from './support/lambda-process';
import { matches } from '../../../test/log-evaluation/filter-pattern';
import { l1Function, testStack, testWith } from '../../../test/support';

/** The filter patterns of a Go function that logs as the orders service does, by the metric they count for. */
function patterns(): Record<string, string> {
  const stack = testStack();
  const watchedFunction = l1Function(stack, 'Api', { runtime: lambda.Runtime.PROVIDED_AL2023.name });
  new FunctionErrorLog(stack, 'ErrorLog', { watchedFunction, errorTypes: AGREED_ERRORS.map(({ error }) => error.errorType), errorLineField: 'message' });
  return Object.fromEntries(Object.values(Template.fromStack(stack).findResources('AWS::Logs::MetricFilter'))
    .map(({ Properties: { FilterPattern, MetricTransformations: [{ MetricName }] } }) => [MetricName, FilterPattern]));
}

testWith('go', 'the lines that the API handler, compiled and run, writes for an error count for that error, once', async () => {
  const filters = Object.entries(patterns());
  const api = compiledHandler('api');
  for (const { request, error } of AGREED_ERRORS) {
    const { log } = await invokeProcess(api, request);
    const counted = log.flatMap((line) => filters.filter(([, pattern]) => matches(pattern, line)).map(([metric]) => metric));
    expect(counted.sort()).toEqual(['FunctionErrors', error.errorType].sort());
  }
}, 180_000);
