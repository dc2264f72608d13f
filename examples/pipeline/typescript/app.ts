import { App, Validations } from 'aws-cdk-lib';
import { OrdersStack } from './orders-stack';
import { FailureHandlingChecks } from 'cdk-lambda-error-handling';

const app = new App();
new OrdersStack(app, 'Orders');
// `cdk synth` fails where an event can vanish and nobody said why that is right.
Validations.of(app).addPlugins(new FailureHandlingChecks());
app.synth();
