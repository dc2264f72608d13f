import { Stack, type CfnResource } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId } from 'aws-cdk-lib/custom-resources';
import { REGISTRY_NAME } from './test-event-schema';
import { acknowledge } from '../../private/acknowledgements';

const SHARED_ID = 'TestEventRegistry';

/** The function that CDK makes for all such custom resources of a stack. */
const CDK_HANDLER = `AWS${AwsCustomResource.PROVIDER_FUNCTION_UUID.replace(/-/g, '')}`;

const OF_CDK = 'CDK makes this function for custom resources, and sets all of it. It runs at deployments only, and CloudFormation waits for it.';
const RULES = ['AwsSolutions-IAM4', 'Serverless-LambdaDLQ', 'Serverless-LambdaDefaultMemorySize', 'Serverless-LambdaTracing'];

/**
 * Makes sure that the registry exists. It is no resource of the stack: the console and other stacks keep events in it too, so that making it
 * must not fail where it exists, and deleting the stack must leave it.
 */
export function testEventRegistry(stack: Stack, acknowledgeRules: boolean): CfnResource {
  const existing = stack.node.tryFindChild(SHARED_ID) as AwsCustomResource | undefined;
  const registry = existing ?? createRegistry(stack);
  const handler = stack.node.tryFindChild(CDK_HANDLER);
  if (acknowledgeRules && handler) acknowledge(handler, RULES.map((id) => ({ id, reason: OF_CDK })));
  return registry.node.findChild('Resource').node.defaultChild as CfnResource;
}

function createRegistry(stack: Stack): AwsCustomResource {
  const call = {
    service: 'schemas',
    action: 'CreateRegistry',
    parameters: { RegistryName: REGISTRY_NAME },
    physicalResourceId: PhysicalResourceId.of(REGISTRY_NAME),
    ignoreErrorCodesMatching: 'ConflictException',
  };
  return new AwsCustomResource(stack, SHARED_ID, {
    onUpdate: call, // also at creation
    installLatestAwsSdk: false,
    policy: AwsCustomResourcePolicy.fromStatements([new iam.PolicyStatement({
      actions: ['schemas:CreateRegistry'],
      resources: [stack.formatArn({ service: 'schemas', resource: 'registry', resourceName: REGISTRY_NAME })],
    })]),
  });
}
