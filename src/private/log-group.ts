import { Names, RemovalPolicy, type CfnResource } from 'aws-cdk-lib';
import * as logs from 'aws-cdk-lib/aws-logs';
import { existOnlyWith } from './condition';

const ID = 'LogGroup';

/** The resource policy of log delivery names this prefix once for all, and doesn't grow with each log group until it is full. */
const PREFIX = '/aws/vendedlogs/';

/** A log group for what a service says of a resource: it keeps logs for a month, and is removed with the resource. */
export function newLogGroup(resource: CfnResource, service: string): logs.ILogGroupRef {
  const made = new logs.LogGroup(resource, ID, {
    logGroupName: `${PREFIX}${service}/${Names.uniqueResourceName(resource, { maxLength: 255, allowedSpecialCharacters: '-_' })}`,
    retention: logs.RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  // It depends on what the resource depends on.
  existOnlyWith(made.node.defaultChild as logs.CfnLogGroup, resource);
  return made;
}
