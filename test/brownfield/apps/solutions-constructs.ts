import { ApiGatewayToLambda } from '@aws-solutions-constructs/aws-apigateway-lambda';
import { DynamoDBStreamsToLambda } from '@aws-solutions-constructs/aws-dynamodbstreams-lambda';
import { EventbridgeToLambda } from '@aws-solutions-constructs/aws-eventbridge-lambda';
import { SnsToLambda } from '@aws-solutions-constructs/aws-sns-lambda';
import { SqsToLambda } from '@aws-solutions-constructs/aws-sqs-lambda';
import { type App, Duration, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as events from 'aws-cdk-lib/aws-events';
import * as lambda from 'aws-cdk-lib/aws-lambda';

const DOMAINS = ['Orders', 'Payments', 'Parcels'];

/** What a team gets that makes each of its services of the patterns of AWS Solutions Constructs, which come with queues, keys and roles of their own. */
export function solutionsConstructs(app: App): void {
  const stack = new Stack(app, 'SolutionsConstructs', { env: { account: '111122223333', region: 'eu-west-1' } });
  for (const domain of DOMAINS) {
    new ApiGatewayToLambda(stack, `${domain}Api`, {
      lambdaFunctionProps: code(),
      apiGatewayProps: { defaultMethodOptions: { authorizationType: apigateway.AuthorizationType.NONE } },
    });
    new SqsToLambda(stack, `${domain}Jobs`, { lambdaFunctionProps: { ...code(), timeout: Duration.seconds(20) } });
    new SnsToLambda(stack, `${domain}Notices`, { lambdaFunctionProps: code() });
    new DynamoDBStreamsToLambda(stack, `${domain}Changes`, { lambdaFunctionProps: code() });
    const facts = new EventbridgeToLambda(stack, `${domain}Facts`, {
      lambdaFunctionProps: { ...code(), retryAttempts: 1 },
      eventBusProps: { eventBusName: `${domain}Bus` },
      eventRuleProps: { eventPattern: { source: [`shop.${domain.toLowerCase()}`] } },
    });
    new EventbridgeToLambda(stack, `${domain}Nightly`, {
      existingLambdaObj: facts.lambdaFunction,
      eventRuleProps: { schedule: events.Schedule.rate(Duration.days(1)) },
    });
  }
}

function code(): lambda.FunctionProps {
  return { runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler', code: lambda.Code.fromInline('exports.handler = async () => {};') };
}
