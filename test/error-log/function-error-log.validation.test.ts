process.env.CDK_VALIDATION = 'true';

import { App, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { FunctionErrorLog } from '../../src/error-log/function-error-log';
import { nagFindings, strictApp, unacknowledged } from '../nag';
import { nodeFunction } from '../support';

function watched(stack: Stack): FunctionErrorLog[] {
  const functions = {
    Text: nodeFunction(stack, 'Text', { logGroup: new logs.LogGroup(stack, 'TextGroup') }),
    Json: nodeFunction(stack, 'Json', { loggingFormat: lambda.LoggingFormat.JSON, logGroup: new logs.LogGroup(stack, 'JsonGroup') }),
  };
  return Object.entries(functions).map(([id, watchedFunction]) => new FunctionErrorLog(stack, `${id}Log`, { watchedFunction, errorTypes: ['StockBusy'] }));
}

test('a stack with error logs is clean', () => {
  const app = strictApp();
  watched(new Stack(app, 'Stack'));

  expect(() => app.synth()).not.toThrow();
}, 60_000);

test('cdk-nag finds nothing in what is made', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');

  expect(unacknowledged(nagFindings(app, stack, watched(stack)), stack)).toEqual([]);
});
