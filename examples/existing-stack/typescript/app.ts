import { App, Aspects, Shims, Validations } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { ShopStack } from './shop-stack';
import { AlarmNotifications, FailureHandlingChecks, mixins } from 'cdk-lambda-error-handling';

const app = new App();
const shop = new ShopStack(app, 'Shop', { env: { account: '111122223333', region: 'eu-west-1' } });

// The line that keeps what fails: it adds what is missing and changes nothing that is set, in every stack of the app.
Aspects.of(app).add(Shims.asAspect(new mixins.LambdaErrorHandling({
  eventSourceMappings: { reportBatchItemFailures: false }, // synth asks: do the functions return what of a batch failed? Not yet.
})));

// Who hears of it, here a topic that exists, and a check that nothing was forgotten.
const onCall = Topic.fromTopicArn(shop, 'OnCall', 'arn:aws:sns:eu-west-1:111122223333:on-call');
AlarmNotifications.of(shop).add(new SnsAction(onCall));
Validations.of(app).addPlugins(new FailureHandlingChecks());
app.synth();
