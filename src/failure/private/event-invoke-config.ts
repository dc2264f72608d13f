import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { completeSetting, fail, type Refuse } from '../../private/complete-setting';
import { existOnlyWith } from '../../private/condition';
import { settleLater } from '../../private/logical-ids';
import type { RetryPolicy } from '../retry-policy';
import type { AsyncTarget } from './async-target';
import { functionOwnerOf } from './async-target';
import { eventInvokeRetry } from './event-invoke-retry';

/** What an event invoke config is to say. */
export interface AsyncSettings {
  readonly retryPolicy?: RetryPolicy;
  readonly destinationArn?: string;
}

/** Where an event invoke config keeps its destination. */
export const DESTINATION = ['DestinationConfig', 'OnFailure', 'Destination'];

/**
 * The child that CDK makes for `onFailure` and its like, so that both give the same logical id and can't both be made. Ours is made
 * without `configureAsyncInvoke()`, whose checks and L2 cost more than the resource.
 */
const CONFIG_ID = 'EventInvokeConfig';

/** Adds the event invoke config of a qualifier that has none. */
export function addConfig(target: AsyncTarget, { retryPolicy, destinationArn }: AsyncSettings): lambda.CfnEventInvokeConfig {
  const { fn, resource, qualifier } = target;
  const retry = retryPolicy && eventInvokeRetry(retryPolicy, fn);
  const owner = functionOwnerOf(resource);
  const settings = { destinationConfig: destinationArn === undefined ? undefined : { onFailure: { destination: destinationArn } }, ...retry };
  const config = owner
    ? new lambda.CfnEventInvokeConfig(new Construct(owner, CONFIG_ID), 'Resource', { ...namesOf(owner, target), ...settings })
    : new lambda.CfnEventInvokeConfig(resource, CONFIG_ID, { functionName: fn.ref, qualifier, ...settings });
  existOnlyWith(config, resource);
  if (!owner && resource !== fn) config.addResourceDependency(resource); // the name of an alias refers to nothing
  return settleLater(config);
}

/** How CDK names an L2 in its event invoke config; in the stack of the function a plain reference renders the same, and faster. */
function namesOf(owner: lambda.IFunction, { fn, resource, qualifier, synonyms }: AsyncTarget): { functionName: string; qualifier: string } {
  const unqualified = (owner as { lambda?: lambda.IFunction }).lambda ?? owner;
  return {
    functionName: fn.stack === resource.stack ? fn.ref : unqualified.functionName,
    qualifier: lambda.CfnAlias.isCfnAlias(resource) ? synonyms[0] : qualifier,
  };
}

/** Fills in what an event invoke config doesn't say, and refuses what it says differently. */
export function completeConfig(config: lambda.CfnEventInvokeConfig, target: AsyncTarget, settings: AsyncSettings, refuse: Refuse = fail): void {
  const retry = settings.retryPolicy && eventInvokeRetry(settings.retryPolicy, target.fn);
  const complete = (option: string, value: unknown, ...path: string[]) => {
    if (value === undefined) return;
    completeSetting(config, {
      mixin: 'FunctionAsyncFailure', option, path, value, conflict: 'AsyncConfigConflict', unknown: 'FunctionAsyncFailure.unknownSetting',
    }, refuse);
  };
  complete('failureDestination', settings.destinationArn, ...DESTINATION);
  complete('retryAttempts', retry?.maximumRetryAttempts, 'MaximumRetryAttempts');
  complete('maxEventAge', retry?.maximumEventAgeInSeconds, 'MaximumEventAgeInSeconds');
}
