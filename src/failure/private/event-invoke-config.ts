import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { completeSetting } from '../../private/complete-setting';
import type { RetryPolicy } from '../retry-policy';
import type { AsyncTarget } from './async-target';
import { functionOwnerOf } from './async-target';
import { eventInvokeRetry } from './event-invoke-retry';

/** What an event invoke config is to say. */
export interface AsyncSettings {
  readonly retryPolicy?: RetryPolicy;
  readonly destinationArn: string;
}

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
  const settings = { destinationConfig: { onFailure: { destination: destinationArn } }, ...retry };
  if (owner) {
    return new lambda.CfnEventInvokeConfig(new Construct(owner, CONFIG_ID), 'Resource', { ...namesOf(owner, target), ...settings });
  }
  const config = new lambda.CfnEventInvokeConfig(resource, CONFIG_ID, { functionName: fn.ref, qualifier, ...settings });
  if (resource !== fn) config.addResourceDependency(resource); // the name of an alias refers to nothing
  return config;
}

/** How CDK names an L2 in its event invoke config; in the stack of the function a plain reference renders the same, and faster. */
function namesOf(owner: lambda.IFunction, { fn, resource, qualifier, synonyms }: AsyncTarget): { functionName: string; qualifier: string } {
  const unqualified = (owner as { lambda?: lambda.IFunction }).lambda ?? owner;
  return {
    functionName: fn.stack === resource.stack ? fn.ref : unqualified.functionName,
    qualifier: lambda.CfnAlias.isCfnAlias(resource) ? synonyms[0] : qualifier,
  };
}

/** Fills in what an event invoke config doesn't say, and fails if it says something else. */
export function completeConfig(config: lambda.CfnEventInvokeConfig, target: AsyncTarget, settings: AsyncSettings): void {
  const retry = settings.retryPolicy && eventInvokeRetry(settings.retryPolicy, target.fn);
  complete(config, 'failureDestination', settings.destinationArn, 'DestinationConfig', 'OnFailure', 'Destination');
  complete(config, 'retryAttempts', retry?.maximumRetryAttempts, 'MaximumRetryAttempts');
  complete(config, 'maxEventAge', retry?.maximumEventAgeInSeconds, 'MaximumEventAgeInSeconds');
}

function complete(config: lambda.CfnEventInvokeConfig, option: string, value: unknown, ...path: string[]): void {
  if (value === undefined) return;
  completeSetting(config, {
    mixin: 'FunctionAsyncFailure', option, path, value, conflict: 'AsyncConfigConflict', unknown: 'FunctionAsyncFailure.unknownSetting',
  });
}
