import { createHash } from 'crypto';
import { CfnResource, Lazy, Stack } from 'aws-cdk-lib';
import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { deploymentsOf, restApiOwner } from './rest-api-parts';
import { ownerOf } from '../../private/owner';
import { warn } from '../../private/warnings';

/** The key of `Metadata` that makes CDK deploy an API anew. */
const ANSWERS_METADATA = 'cdk-lambda-error-handling:answers';

/**
 * Makes an API deploy anew when its answers change, and not before they exist.
 *
 * A deployment of API Gateway is a snapshot: what is changed later reaches nobody. CDK's `Deployment` makes a new one when the hash in its
 * logical id changes, and the hash holds the `RestApi` resource, metadata included. So a digest goes there: `addToLogicalId()` would
 * make the id depend on whether the mixin was applied before or after the methods were added.
 */
export function redeployOn(api: apigateway.CfnRestApi, answers: CfnResource[], content: () => unknown): void {
  const deployments = deploymentsOf(api);
  for (const deployment of deployments) {
    deployment.node.addDependency(...answers);
  }
  if (restApiOwner(api)) {
    api.addMetadata(ANSWERS_METADATA, digest(content));
  }
  warnOfFixedDeployments(api, deployments);
}

function digest(content: () => unknown): string {
  return Lazy.uncachedString({
    produce: context => createHash('sha256').update(JSON.stringify(context.resolve(content()))).digest('hex').slice(0, 32),
  });
}

function warnOfFixedDeployments(api: apigateway.CfnRestApi, deployments: apigateway.CfnDeployment[]): void {
  const fixed = deployments.filter(deployment => !ownerOf(deployment));
  if (deployments.length > fixed.length && fixed.length === 0) return;
  const which = fixed.map(deployment => `'${Stack.of(deployment).resolve(deployment.logicalId)}' (${deployment.node.path})`).join(', ');
  warn(api, 'RestApiErrorResponses.deploymentUnchanged', fixed.length > 0
    ? `The gateway responses of this API take effect with a new deployment, but the logical id of its AWS::ApiGateway::Deployment ${which} doesn't change when they do: rename it whenever they change.`
    : 'The gateway responses of this API take effect with a new deployment, but it has no AWS::ApiGateway::Deployment in this app yet: apply the mixin after the deployment is defined, or deploy the API whenever they change.');
}
