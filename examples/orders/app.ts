import { App, type AppProps } from 'aws-cdk-lib';
import { OrdersStack } from './orders-stack';

/** The app, with every finding of CDK's built-in validation an error. */
export function ordersApp(props: AppProps = {}): App {
  const app = new App({
    ...props,
    context: {
      '@aws-cdk/core:validateAgainstDefaultRules': true,
      '@aws-cdk/core:strictCfnValidateErrors': true,
      ...props.context,
    },
  });
  new OrdersStack(app, 'Orders', { onCallEmail: app.node.tryGetContext('onCallEmail') ?? 'on-call@example.com' });
  return app;
}

if (require.main === module) ordersApp();
