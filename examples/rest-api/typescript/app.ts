import { writeFileSync } from 'fs';
import { join } from 'path';
import { App, Duration, Stack, Validations, type StackProps } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import {
  AlarmNotifications, ErrorCatalog, ErrorDefinition, ErrorMappedLambdaIntegration, FailureHandlingChecks, mixins, OpenApiErrorResponses,
  ResilientFunction, RestApiAlarms,
} from 'cdk-lambda-error-handling';

/** The contract: what can go wrong, and what callers are told. */
const ERRORS = ErrorCatalog.of(
  ErrorDefinition.client('OrderNotFound', { httpStatus: 404 }),
  ErrorDefinition.client('OrderExists', { httpStatus: 409 }),
  ErrorDefinition.client('OrderInvalid', { httpStatus: 422, exposeFunctionMessage: true }), // its messages are written for callers
  ErrorDefinition.temporary('StockBusy', { httpStatus: 503, retryAfter: Duration.seconds(2) }),
);

class OrdersApi extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const onCall = new sns.Topic(this, 'OnCall', { enforceSSL: true });
    onCall.grantPublish(new iam.ServicePrincipal('cloudwatch.amazonaws.com'));
    onCall.addSubscription(new EmailSubscription('on-call@example.com'));
    AlarmNotifications.of(this).add(new SnsAction(onCall));

    const orders = new ResilientFunction(this, 'Orders', {
      code: lambda.Code.fromAsset(join(__dirname, '../service')),
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'index.handler',
      alarms: { errors: { threshold: 20, period: Duration.minutes(5) } }, // what a caller did wrong counts as an error, too
    });

    const api = new apigateway.RestApi(this, 'Api', {
      cloudWatchRole: false, // one per account and region, so not for a service to set
      defaultCorsPreflightOptions: { allowOrigins: ['https://shop.example.com'], allowMethods: ['GET', 'POST'] },
      defaultMethodOptions: { authorizationType: apigateway.AuthorizationType.IAM },
    });
    api.with(
      new mixins.RestApiErrorResponses(), // what API Gateway says by itself
      new mixins.StageErrorLogging({ accountHasLogRole: true, throttlingRateLimit: 100, throttlingBurstLimit: 200 }), // why a request failed
      new mixins.StageTracing(),
    );
    RestApiAlarms.fromRestApi(api).recommended();

    const resource = api.root.addResource('orders');
    resource.addMethod('POST', new ErrorMappedLambdaIntegration(orders.function, { catalog: ERRORS, successStatus: 201 }));
    resource.addResource('{id}').addMethod('GET', new ErrorMappedLambdaIntegration(orders.function, { catalog: ERRORS }));
  }
}

const app = new App();
new OrdersApi(app, 'OrdersApi');
Validations.of(app).addPlugins(new FailureHandlingChecks());

// What callers read: the part of an OpenAPI document that is about errors, for the one that you publish.
const { components, responses } = OpenApiErrorResponses.fromCatalog(ERRORS);
writeFileSync(join(app.outdir, 'errors.openapi.json'), JSON.stringify({ components, responses }, undefined, 2));
app.synth();
