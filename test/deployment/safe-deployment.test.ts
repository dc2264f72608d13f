import { CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SafeDeployment, type SafeDeploymentProps } from '../../src/deployment/safe-deployment';
import { ResilientFunction } from '../../src/function/resilient-function';
import { nodeFunction, testStack } from '../support';

function liveOf(fn: lambda.Function, props: Partial<lambda.AliasProps> = {}): lambda.Alias {
  return new lambda.Alias(fn, 'Live', { aliasName: 'live', version: fn.currentVersion, ...props });
}

function deploy(props: Partial<SafeDeploymentProps> = {}, fn: Partial<lambda.FunctionProps> = {}, stack = testStack()): Stack {
  new SafeDeployment(stack, 'Deployment', { alias: props.alias ?? liveOf(nodeFunction(stack, 'Orders', fn)), ...props });
  return stack;
}

function alarmsIn(stack: Stack, count: number): cloudwatch.IAlarmRef[] {
  return Array.from({ length: count }, (_, index) => new cloudwatch.CfnAlarm(stack, `Alarm${index}`, { comparisonOperator: 'GreaterThanThreshold', evaluationPeriods: 1 }));
}

test('the alias is shifted by CodeDeploy, and its alarm rolls back', () => {
  const template = Template.fromStack(deploy());
  const [group] = Object.keys(template.findResources('AWS::CodeDeploy::DeploymentGroup'));
  const [alarm] = Object.keys(template.findResources('AWS::CloudWatch::Alarm'));

  template.hasResource('AWS::Lambda::Alias', { UpdatePolicy: { CodeDeployLambdaAliasUpdate: { DeploymentGroupName: { Ref: group } } } });
  template.hasResourceProperties('AWS::CodeDeploy::DeploymentGroup', {
    AlarmConfiguration: { Alarms: [{ Name: { Ref: alarm } }], Enabled: true },
    AutoRollbackConfiguration: { Enabled: true, Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_REQUEST', 'DEPLOYMENT_STOP_ON_ALARM'] },
    DeploymentConfigName: 'CodeDeployDefault.LambdaCanary10Percent5Minutes',
  });
});

test('the async configuration follows the alias, not the version', () => {
  const stack = testStack();
  const orders = new ResilientFunction(stack, 'Orders', { code: lambda.Code.fromInline(' '), runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler' });
  deploy({ alias: liveOf(orders.function) }, {}, stack);

  const template = Template.fromStack(stack);
  const [alias] = Object.keys(template.findResources('AWS::Lambda::Alias'));
  const [config] = Object.values(template.findResources('AWS::Lambda::EventInvokeConfig')).filter(({ Properties }) => JSON.stringify(Properties.Qualifier).includes(`"${alias}"`));

  expect(config.Properties).toMatchObject({ MaximumRetryAttempts: 2, DestinationConfig: { OnFailure: {} } });
  expect(JSON.stringify(config)).not.toContain('CurrentVersion');
});

test.each([[Duration.seconds(25), '5Minutes'], [Duration.minutes(5), '10Minutes'], [Duration.minutes(15), '30Minutes']])('a canary of a function of %s lasts %s', (timeout, length) => {
  Template.fromStack(deploy({}, { timeout })).hasResourceProperties('AWS::CodeDeploy::DeploymentGroup', { DeploymentConfigName: `CodeDeployDefault.LambdaCanary10Percent${length}` });
});

test('a timeout that only the deployment knows, or that is not in the app, may be the longest there is', () => {
  const [one, other] = [testStack(), testStack()];
  const timeout = Duration.seconds(new CfnParameter(one, 'Timeout', { type: 'Number' }).valueAsNumber);
  const version = lambda.Version.fromVersionArn(other, 'Imported', 'arn:aws:lambda:eu-west-1:111122223333:function:orders:7');
  const alias = new lambda.Alias(other, 'Live', { aliasName: 'live', version });

  for (const stack of [deploy({}, { timeout }, one), deploy({ alias }, {}, other)]) {
    Template.fromStack(stack).hasResourceProperties('AWS::CodeDeploy::DeploymentGroup', { DeploymentConfigName: 'CodeDeployDefault.LambdaCanary10Percent30Minutes' });
  }
});

test('what is given is taken', () => {
  const stack = testStack();
  deploy({ alarms: alarmsIn(stack, 9), deploymentConfig: codedeploy.LambdaDeploymentConfig.LINEAR_10PERCENT_EVERY_1MINUTE }, {}, stack);
  const [group] = Object.values(Template.fromStack(stack).findResources('AWS::CodeDeploy::DeploymentGroup'));

  expect(group.Properties.AlarmConfiguration.Alarms).toHaveLength(10);
  expect(group.Properties.DeploymentConfigName).toBe('CodeDeployDefault.LambdaLinear10PercentEvery1Minute');
});

test('of a durable function errors are not watched', () => {
  const stack = testStack();
  const alarms = alarmsIn(stack, 1);
  const deployment = new SafeDeployment(stack, 'Deployment', {
    alias: liveOf(nodeFunction(stack, 'Orders', { durableConfig: { executionTimeout: Duration.hours(1) }, runtime: lambda.Runtime.NODEJS_24_X })), alarms,
  });

  expect(deployment.newVersionErrors).toBeUndefined();
});

test('a function that runs for longer than any canary is a warning', () => {
  const stack = testStack();
  const fn = nodeFunction(stack, 'Orders');
  const resource = fn.node.defaultChild as lambda.CfnFunction;
  resource.capacityProviderConfig = { lambdaManagedInstancesCapacityProviderConfig: { capacityProviderArn: 'arn:aws:lambda:eu-west-1:111122223333:capacity-provider:cp' } };
  resource.timeout = 3_600;
  deploy({ alias: liveOf(fn) }, {}, stack);

  Annotations.fromStack(stack).hasWarning('/Stack/Deployment', Match.stringLikeRegexp('3600 seconds.*cdk-lambda-error-handling:SafeDeployment.canaryTooShort'));
});

test.each<[string, (stack: Stack) => Partial<SafeDeploymentProps>]>([
  ['SafeDeploymentAlarmsMissing', () => ({ watchErrors: false })],
  ['SafeDeploymentAlarmsTooMany', (stack) => ({ alarms: alarmsIn(stack, 10) })],
  ['SafeDeploymentVersionNeeded', (stack) => {
    const fn = nodeFunction(stack, 'Latest');
    return { alias: liveOf(fn, { version: fn.latestVersion }) };
  }],
  ['SafeDeploymentWeightsTaken', (stack) => {
    const fn = nodeFunction(stack, 'Weights');
    return { alias: liveOf(fn, { additionalVersions: [{ version: lambda.Version.fromVersionArn(fn, 'Old', 'arn:aws:lambda:eu-west-1:111122223333:function:f:1'), weight: 0.5 }] }) };
  }],
  ['SafeDeploymentTwice', (stack) => {
    const alias = liveOf(nodeFunction(stack, 'Twice'));
    new SafeDeployment(stack, 'First', { alias });
    return { alias };
  }],
])('%s', (name, propsIn) => {
  const stack = testStack();
  const props = propsIn(stack);

  expect(() => deploy(props, {}, stack)).toThrow(expect.objectContaining({ name }));
});
