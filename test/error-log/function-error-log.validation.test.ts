process.env.CDK_VALIDATION = 'true';

import { Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { FunctionErrorLog } from '../../src/error-log/function-error-log';
import { testCleanliness } from '../nag';
import { nodeFunction } from '../support';

function watched(stack: Stack): FunctionErrorLog[] {
  const functions = {
    Text: nodeFunction(stack, 'Text', { logGroup: new logs.LogGroup(stack, 'TextGroup') }),
    Json: nodeFunction(stack, 'Json', { loggingFormat: lambda.LoggingFormat.JSON, logGroup: new logs.LogGroup(stack, 'JsonGroup') }),
  };
  return Object.entries(functions).map(([id, watchedFunction]) => new FunctionErrorLog(stack, `${id}Log`, { watchedFunction, errorTypes: ['StockBusy'] }));
}

testCleanliness(watched);
