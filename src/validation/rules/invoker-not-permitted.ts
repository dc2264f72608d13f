import type { Assembly, Resource } from '../../analysis';
import { functionOf } from '../private/functions';
import { mayInvoke } from '../private/permissions';
import { isMissing, placesOn, textOf, type Place } from '../private/reading';
import { at, type Rule } from '../private/rule';

/** Who needs a permission on the function: its principal, and where it says which function it invokes. */
interface Permitted {
  readonly principal: RegExp;
  readonly type: string;
  readonly path: readonly string[];
  /** Whether it needs none. */
  readonly unless?: (resource: Resource, place: Place) => boolean;
}

const INVOKERS: readonly Permitted[] = [
  { principal: /^events\.amazonaws\.com/, type: 'AWS::Events::Rule', path: ['Targets', '*', 'Arn'], unless: hasRole },
  { principal: /^sns\.amazonaws\.com/, type: 'AWS::SNS::Subscription', path: ['Endpoint'] },
  { principal: /^s3\.amazonaws\.com/, type: 'AWS::S3::Bucket', path: ['NotificationConfiguration', 'LambdaConfigurations', '*', 'Function'] },
  { principal: /^logs\./, type: 'AWS::Logs::SubscriptionFilter', path: ['DestinationArn'] },
  { principal: /^iot\.amazonaws\.com/, type: 'AWS::IoT::TopicRule', path: ['TopicRulePayload', 'Actions', '*', 'Lambda', 'FunctionArn'] },
  {
    principal: /^apigateway\.amazonaws\.com/,
    type: 'AWS::ApiGateway::Method',
    path: ['Integration', 'Uri'],
    unless: (method) => !isMissing(method.get('Integration', 'Credentials')),
  },
  {
    principal: /^apigateway\.amazonaws\.com/,
    type: 'AWS::ApiGatewayV2::Integration',
    path: ['IntegrationUri'],
    unless: (integration) => !isMissing(integration.get('CredentialsArn')),
  },
  { principal: /^cognito-idp\.amazonaws\.com/, type: 'AWS::Cognito::UserPool', path: ['LambdaConfig', 'PreSignUp'] },
  { principal: /^secretsmanager\.amazonaws\.com/, type: 'AWS::SecretsManager::RotationSchedule', path: ['RotationLambdaARN'] },
  { principal: /^elasticloadbalancing\.amazonaws\.com/, type: 'AWS::ElasticLoadBalancingV2::TargetGroup', path: ['Targets', '*', 'Id'] },
];

export const invokerNotPermitted: Rule = {
  id: 'InvokerNotPermitted',
  severity: 'error',
  source: 'lambda/permissions',
  what: 'A service is told to invoke a function, and no permission of the function is for it.',
  happens: 'Lambda refuses every invocation: events are lost or go to the dead letters of the service, and callers get errors.',
  fix: 'Add an `AWS::Lambda::Permission` for the service, with the `SourceArn` of what invokes.',
  check: (assembly) => INVOKERS.flatMap(({ principal, type, path, unless }) => assembly.ofType(type).flatMap((resource) =>
    placesOn(resource.get(), path).filter((place) => !unless?.(resource, place) && isRefused(assembly, place, principal))
      .map((place) => at(resource, place.path, `is ${functionOf(place.property)}, which ${shown(principal)} may not invoke`)))),
};

function isRefused(assembly: Assembly, { property }: Place, principal: RegExp): boolean {
  const fn = functionOf(property);
  // A permission beside the function of another template may be anywhere.
  return fn !== undefined && fn.template === property.template && !mayInvoke(assembly, fn, principal);
}

/** EventBridge may invoke by a role as well. */
function hasRole(rule: Resource, { path }: Place): boolean {
  const target = placesOn(rule.get(), ['Targets', '*']).find((place) => path.startsWith(`${place.path}.`));
  return (target !== undefined && !isMissing(target.property.get('RoleArn'))) || textOf(rule.get('State')) === 'DISABLED';
}

function shown(principal: RegExp): string {
  return principal.source.replace(/[\\^]/g, '').replace(/\.$/, '');
}
