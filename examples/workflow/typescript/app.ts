import { join } from 'path';
import { App, Duration, Stack, Validations, type StackProps } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import {
  AlarmNotifications, ErrorCatalog, ErrorDefinition, FailureDestination, FailureHandlingChecks, FailureQueue, mixins, QueueAlarms,
  ResilientFunction, RuleAlarms, StateMachineAlarms, TaskErrorHandling,
} from 'cdk-lambda-error-handling';

/** What can go wrong at the checkout. Only a busy stock is worth another try. */
const ERRORS = ErrorCatalog.of(
  ErrorDefinition.client('OrderInvalid'),
  ErrorDefinition.client('CardDeclined', { httpStatus: 402 }),
  ErrorDefinition.temporary('StockBusy', { retryAfter: Duration.seconds(5) }),
);

class Checkout extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const onCall = new sns.Topic(this, 'OnCall', { enforceSSL: true });
    onCall.grantPublish(new iam.ServicePrincipal('cloudwatch.amazonaws.com'));
    onCall.addSubscription(new EmailSubscription('on-call@example.com'));
    AlarmNotifications.of(this).add(new SnsAction(onCall));
    const failures = new FailureQueue(this, 'Failures');
    QueueAlarms.fromQueue(failures).recommended();

    // Whatever a task fails at, when trying again does not help, is kept with its input, and the execution fails.
    const keep = new tasks.SqsSendMessage(this, 'Keep', {
      queue: failures.queue,
      messageBody: sfn.TaskInput.fromJsonPathAt('$'),
      resultPath: sfn.JsonPath.DISCARD,
    });
    const failed = keep.next(new sfn.Fail(this, 'Failed', { errorPath: '$.error.Error', causePath: '$.error.Cause' }));

    const checkout = this.task('Reserve', failures).next(this.task('Charge', failures)).next(new sfn.Succeed(this, 'Done'));
    TaskErrorHandling.of({ catalog: ERRORS, failureState: failed }).addToDefinition(checkout);

    const stateMachine = new sfn.StateMachine(this, 'Checkout', { definitionBody: sfn.DefinitionBody.fromChainable(checkout) });
    stateMachine.with(new mixins.StateMachineTracing(), new mixins.StateMachineLogging());
    StateMachineAlarms.fromStateMachine(stateMachine).recommended();

    const placed = new events.Rule(this, 'OrderPlaced', {
      eventPattern: { source: ['shop.orders'], detailType: ['OrderPlaced'] },
      targets: [new targets.SfnStateMachine(stateMachine, { input: events.RuleTargetInput.fromEventPath('$.detail'), deadLetterQueue: failures.queue })],
    });
    RuleAlarms.fromRule(placed).recommended();
  }

  private task(id: string, failures: FailureQueue): tasks.LambdaInvoke {
    const { function: lambdaFunction } = new ResilientFunction(this, `${id}Function`, {
      code: lambda.Code.fromAsset(join(__dirname, '../service')),
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: `index.${id.toLowerCase()}`,
      failureDestination: FailureDestination.queue(failures),
      alarms: { errors: { threshold: 20, period: Duration.minutes(5) } }, // a declined card counts as an error of the function, too
    });
    return new tasks.LambdaInvoke(this, id, { lambdaFunction, payloadResponseOnly: true });
  }
}

const app = new App();
new Checkout(app, 'Checkout');
Validations.of(app).addPlugins(new FailureHandlingChecks());
app.synth();
