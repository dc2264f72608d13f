import * as path from 'path';
import { CfnResource, Stack, type App, type IPropertyInjector } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { ordersApp } from '../../examples/orders/app';
import { FailureDestination, FaultTraceGroup, GoCode, mixins, RedrivePipe, ResilientFunction } from 'cdk-lambda-error-handling';

/** Types that the library makes and the emulator does not know: it refuses a stack with one of them. */
export const UNKNOWN_TYPES = [
  'AWS::CloudWatch::AlarmMuteRule', 'AWS::CloudWatch::CompositeAlarm', 'AWS::CodeDeploy::DeploymentGroup', 'AWS::EventSchemas::Schema',
  'AWS::FIS::ExperimentTemplate', 'AWS::Logs::QueryDefinition', 'AWS::XRay::Group',
];

/** The example, and a stack with what it does not have. */
export function rehearsedApp(outdir: string): App {
  const app = ordersApp({ outdir, propertyInjectors: [new OnThisMachine()] });
  new MoreStack(app, 'More');
  app.node.findAll().filter(CfnResource.isCfnResource).filter(isRefused).forEach((resource) => {
    resource.node.scope!.node.tryRemoveChild(resource.node.id);
  });
  return app;
}

/** A function that fails as its event asks for, with an alias, and a pipe that brings its events back. */
class MoreStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const failing = new ResilientFunction(this, 'Failing', {
      code: GoCode.fromPackage(path.join(__dirname, '..', 'go', 'service')),
      environment: { WRAPPER: 'Handler' },
    });
    const live = new lambda.Alias(this, 'Live', { aliasName: 'live', version: failing.function.currentVersion });
    live.with(new mixins.FunctionAsyncFailure({ failureDestination: FailureDestination.queue(failing.failureQueue!) }));
    new RedrivePipe(this, 'Redrive', { failureQueue: failing.failureQueue!, functions: [failing] });
    new FaultTraceGroup(this, 'Faults');
  }
}

/** Has Go programs run on the machine of the test. */
class OnThisMachine implements IPropertyInjector {
  public readonly constructUniqueId = ResilientFunction.PROPERTY_INJECTION_ID;

  public inject(props: object): object {
    return { ...props, architecture: process.arch === 'arm64' ? lambda.Architecture.ARM_64 : lambda.Architecture.X86_64 };
  }
}

/** Alarms on an expression too. */
function isRefused(resource: CfnResource): boolean {
  return UNKNOWN_TYPES.includes(resource.cfnResourceType) || (cloudwatch.CfnAlarm.isCfnAlarm(resource) && resource.metrics !== undefined);
}
