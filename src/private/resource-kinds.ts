import { CfnResource } from 'aws-cdk-lib';
import type * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import type * as pipes from 'aws-cdk-lib/aws-pipes';
import type * as scheduler from 'aws-cdk-lib/aws-scheduler';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';

// `pipes.CfnPipe.isCfnPipe()` and its like say the same, and load all classes of a service that an app may not use.

/** Whether a construct is an API of API Gateway V2: an HTTP API or a WebSocket API. */
export const isApiV2 = ofType<apigwv2.CfnApi>('AWS::ApiGatewayV2::Api');

/** Whether a construct is a stage of API Gateway V2. */
export const isStageV2 = ofType<apigwv2.CfnStage>('AWS::ApiGatewayV2::Stage');

/** Whether a construct is an integration of API Gateway V2. */
export const isIntegrationV2 = ofType<apigwv2.CfnIntegration>('AWS::ApiGatewayV2::Integration');

/** Whether a construct is an authorizer of API Gateway V2. */
export const isAuthorizerV2 = ofType<apigwv2.CfnAuthorizer>('AWS::ApiGatewayV2::Authorizer');

/** Whether a construct is a route of API Gateway V2. */
export const isRouteV2 = ofType<apigwv2.CfnRoute>('AWS::ApiGatewayV2::Route');

/** Whether a construct is a pipe. */
export const isPipe = ofType<pipes.CfnPipe>('AWS::Pipes::Pipe');

/** Whether a construct is a schedule of EventBridge Scheduler. */
export const isSchedule = ofType<scheduler.CfnSchedule>('AWS::Scheduler::Schedule');

/** Whether a construct is a group of schedules. */
export const isScheduleGroup = ofType<scheduler.CfnScheduleGroup>('AWS::Scheduler::ScheduleGroup');

/** Whether a construct is a state machine. */
export const isStateMachine = ofType<sfn.CfnStateMachine>('AWS::StepFunctions::StateMachine');

/** Whether a construct is a topic. */
export const isTopic = ofType<sns.CfnTopic>('AWS::SNS::Topic');

/** Whether a construct is the policy of topics. */
export const isTopicPolicy = ofType<sns.CfnTopicPolicy>('AWS::SNS::TopicPolicy');

function ofType<T extends CfnResource>(type: string): (construct: any) => construct is T {
  return (construct): construct is T => CfnResource.isCfnResource(construct) && construct.cfnResourceType === type;
}
