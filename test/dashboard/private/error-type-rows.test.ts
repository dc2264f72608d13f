import * as lambda from 'aws-cdk-lib/aws-lambda';
import { errorTypeRows } from '../../../src/dashboard/private/error-type-rows';
import { FunctionErrorLog } from '../../../src/error-log/function-error-log';
import { nodeFunction, testStack } from '../../support';

test('without logs there is no row', () => {
  expect(errorTypeRows([])).toEqual([]);
});

test('of several logs each line says which, and types that Lambda reports are searched for', () => {
  const stack = testStack();
  const [text, json] = [lambda.LoggingFormat.TEXT, lambda.LoggingFormat.JSON].map((loggingFormat) =>
    new FunctionErrorLog(stack, `${loggingFormat}Log`, { watchedFunction: nodeFunction(stack, loggingFormat, { loggingFormat }), errorTypes: ['StockBusy'] }));
  const [{ graphs: [code, stopped], table }] = errorTypeRows([text, json]);

  expect(code.lines.map(({ label }) => label)).toEqual(['TextLog FunctionErrors', 'TextLog StockBusy', 'JSONLog FunctionErrors', 'JSONLog StockBusy']);
  expect(stopped.lines.map(({ name }) => name)).toEqual(['Timeouts', 'Crashes', 'InitErrors', 'Timeouts', 'Crashes', 'InitErrors']);
  expect(stopped.searches).toEqual([`SEARCH('{"${json.metricNamespace}",errorType} MetricName="PlatformErrors"', 'Sum', 300)`]);
  expect(table?.query).toContain(`SOURCE '${text.logGroupName}' | SOURCE '${json.logGroupName}' | fields`);
});
