import { App, Aspects, Shims, Validations } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { ShopStack } from './shop-stack';
import { AlarmNotifications, FailureHandlingChecks, mixins } from 'cdk-lambda-error-handling';

const app = new App();
const shop = new ShopStack(app, 'Shop');

// The line that keeps what fails: everything that is missing, nothing that is set, for every stack of the app.
Aspects.of(app).add(Shims.asAspect(new mixins.LambdaErrorHandling()));

// Who hears of it, here a topic that exists, and a check that nothing was forgotten.
const onCall = Topic.fromTopicArn(shop, 'OnCall', shop.formatArn({ service: 'sns', resource: 'on-call' }));
AlarmNotifications.of(shop).add(new SnsAction(onCall));
Validations.of(app).addPlugins(new FailureHandlingChecks());
app.synth();
