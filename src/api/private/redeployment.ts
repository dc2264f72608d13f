import { createHash } from 'crypto';
import { Lazy, Stack } from 'aws-cdk-lib';
import type { CfnResource, IResolveContext } from 'aws-cdk-lib';
import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { partsOf, restApiOwner } from './rest-api-parts';
import type { WarningId } from '../../private/ids';
import { oncePerSynthesis } from '../../private/once-per-synthesis';
import { ownerOf } from '../../private/owner';
import { warn } from '../../private/warnings';

/** The key of `Metadata` that makes CDK deploy an API anew. */
const ANSWERS_METADATA = 'cdk-lambda-error-handling:answers';

/** Answers of an API that are new or changed. */
export interface ChangedAnswers {
  /** What they are, to begin a message with. */
  readonly what: string;
  /** Which of the API's answers they are: what was said of them before is replaced. */
  readonly key: string;
  /** What a deployment must wait for. */
  readonly resources: CfnResource[];
  /** What the answers are. It is resolved at synthesis. */
  readonly content: () => unknown;
  /** The warning where nothing deploys the API anew. */
  readonly warning: WarningId;
}

type Contents = Map<string, () => unknown>;

const CONTENTS = new WeakMap<apigateway.CfnRestApi, Contents>();

/**
 * Makes an API deploy anew when its answers change, and not before they exist.
 *
 * A deployment of API Gateway is a snapshot: what is changed later reaches nobody. CDK's `Deployment` makes a new one when the hash in its
 * logical id changes, and the hash holds the `RestApi` resource, metadata included. So a digest goes there: `addToLogicalId()` would
 * make the id depend on whether the mixin was applied before or after the methods were added.
 */
export function redeployOn(api: apigateway.CfnRestApi, answers: ChangedAnswers, deployments = partsOf(api).deployments): void {
  for (const deployment of deployments) {
    deployment.node.addDependency(...answers.resources);
  }
  const contents: Contents = CONTENTS.get(api) ?? new Map();
  const isFirst = ![...contents.keys()].some(key => key.startsWith(answers.what));
  CONTENTS.set(api, contents.set(`${answers.what} ${answers.key}`, answers.content));
  if (restApiOwner(api)) {
    const digestOf = oncePerSynthesis<typeof api, string>((context) => context.preparing ? '' : digest(contents, context)); // which refers to nothing
    api.addMetadata(ANSWERS_METADATA, Lazy.uncachedString({ produce: context => digestOf(api, context) }));
  }
  if (isFirst) warnOfFixedDeployments(api, deployments, answers);
}

function digest(contents: Contents, context: IResolveContext): string {
  const sorted = [...contents].sort(([a], [b]) => a < b ? -1 : 1).map(([, content]) => content());
  return createHash('sha256').update(JSON.stringify(context.resolve(sorted))).digest('hex').slice(0, 32);
}

function warnOfFixedDeployments(api: apigateway.CfnRestApi, deployments: apigateway.CfnDeployment[], { what, warning }: ChangedAnswers): void {
  const fixed = deployments.filter(deployment => !ownerOf(deployment));
  if (deployments.length > fixed.length && fixed.length === 0) return;
  const which = fixed.map(deployment => `'${Stack.of(deployment).resolve(deployment.logicalId)}' (${deployment.node.path})`).join(', ');
  warn(api, warning, fixed.length > 0
    ? `${what} of this API take effect with a new deployment, but the logical id of its AWS::ApiGateway::Deployment ${which} doesn't change when they do: rename it whenever they change.`
    : `${what} of this API take effect with a new deployment, but it has no AWS::ApiGateway::Deployment in this app yet: apply the mixin after the deployment is defined, or deploy the API whenever they change.`);
}
