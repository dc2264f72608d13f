import { CfnResource, type Stack } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as firehose from 'aws-cdk-lib/aws-kinesisfirehose';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as objectlambda from 'aws-cdk-lib/aws-s3objectlambda';
import * as ses from 'aws-cdk-lib/aws-ses';
import * as sesactions from 'aws-cdk-lib/aws-ses-actions';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { nodeFunction } from '../../support';

/** Services that call a function and wait. */
export const SERVICES = {
  'step-functions': (stack: Stack) => {
    new sfn.StateMachine(stack, 'Machine', { definitionBody: sfn.DefinitionBody.fromChainable(new tasks.LambdaInvoke(stack, 'Invoke', { lambdaFunction: nodeFunction(stack) })) });
  },
  'subscriber': (stack: Stack) => { subscriber(stack, 'REQUEST_RESPONSE'); },
  'cognito': (stack: Stack) => { new cognito.UserPool(stack, 'Pool', { lambdaTriggers: { preSignUp: nodeFunction(stack) } }); },
  'ses-sync': (stack: Stack) => { receiptRule(stack, sesactions.LambdaInvocationType.REQUEST_RESPONSE); },
  'firehose': (stack: Stack) => {
    const processors = [new firehose.LambdaFunctionProcessor(nodeFunction(stack))];
    new firehose.DeliveryStream(stack, 'Delivery', { destination: new firehose.S3Bucket(new s3.Bucket(stack, 'Bucket'), { processors }) });
  },
  's3-batch': (stack: Stack) => { nodeFunction(stack); },
  's3-object-lambda': (stack: Stack) => {
    new objectlambda.CfnAccessPoint(stack, 'Access', {
      objectLambdaConfiguration: {
        supportingAccessPoint: 'arn:aws:s3:eu-west-1:111122223333:accesspoint/orders',
        transformationConfigurations: [{ actions: ['GetObject'], contentTransformation: { AwsLambda: { FunctionArn: nodeFunction(stack).functionArn } } }],
      },
    });
  },
  'lex': (stack: Stack) => { permit(stack, 'lexv2.amazonaws.com'); },
  'connect': (stack: Stack) => { permit(stack, 'connect.amazonaws.com'); },
  'alexa': (stack: Stack) => { permit(stack, 'alexa-appkit.amazon.com'); },
};

/** A receipt rule with a function. */
export function receiptRule(stack: Stack, invocationType: sesactions.LambdaInvocationType): void {
  const action = new sesactions.Lambda({ function: nodeFunction(stack), invocationType });
  new ses.ReceiptRuleSet(stack, 'Rules').addRule('Rule', { actions: [action] });
}

/** A subscriber of an event bus: the oldest CDK that is supported has no class for it. */
export function subscriber(stack: Stack, invocationType: 'EVENT' | 'REQUEST_RESPONSE'): void {
  const fn = nodeFunction(stack);
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('events.amazonaws.com') });
  fn.grantInvoke(role);
  const properties = {
    EventBusArn: 'arn:aws:events:eu-west-1:111122223333:event-busv2/orders/a1b2c3d4e5f6a7b8c9d0e1f2g',
    InvokeConfiguration: { TargetArn: fn.functionArn, RoleArn: role.roleArn, LambdaParameters: { InvocationType: invocationType } },
  };
  new CfnResource(stack, 'Subscriber', { type: 'AWS::EventsV2::Subscriber', properties });
}

function permit(stack: Stack, service: string): void {
  nodeFunction(stack).addPermission('Invoke', { principal: new iam.ServicePrincipal(service) });
}
