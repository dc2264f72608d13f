import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { FUNCTION_ALARMS, type AlarmDefault } from '../../alarms/alarm-defaults';
import { makeAlarm } from '../../alarms/private/alarm-factory';
import { functionRequest, functionView } from '../../alarms/private/function-alarm';
import { functionSubject } from '../../alarms/private/function-subject';

const DEFAULTS: AlarmDefault = {
  ...FUNCTION_ALARMS.errors,
  method: 'watchErrors',
  id: 'NewVersionErrors',
  description: 'The new version of {name} failed while it was deployed: the deployment is rolled back. Look at its log.',
};

/**
 * An alarm on errors of the version that the alias is about to point to, and of no other: during a deployment Lambda counts by version too.
 * With each version it watches another series, so that errors of the last deployment don't hold up the next.
 */
export function newVersionAlarm(scope: Construct, alias: lambda.Alias): cloudwatch.CfnAlarm {
  const request = functionRequest(functionView(functionSubject(alias), scope), { name: 'errors', defaults: DEFAULTS });
  return makeAlarm({
    ...request,
    dimensions: { ...request.dimensions, ExecutedVersion: alias.version.version },
    options: {},
    threshold: FUNCTION_ALARMS.errors.threshold,
    recommended: false,
    watches: undefined,
  }, scope);
}
