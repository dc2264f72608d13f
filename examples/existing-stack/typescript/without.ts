import { App } from 'aws-cdk-lib';
import { ShopStack } from './shop-stack';

// The app as it was, to see what the line changes.
const app = new App();
new ShopStack(app, 'Shop', { env: { account: '111122223333', region: 'eu-west-1' } });
app.synth();
