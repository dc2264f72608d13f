import { type App, Aspects, Shims } from 'aws-cdk-lib';
import { LambdaErrorHandling } from '../../../src/mixins/lambda-error-handling';

/** The ways to apply the mixin to a whole app. */
export const WAYS: { [name: string]: (app: App, mixin?: LambdaErrorHandling) => LambdaErrorHandling } = {
  'at once': (app, mixin = new LambdaErrorHandling()) => {
    app.with(mixin);
    return mixin;
  },
  'as an aspect': (app, mixin = new LambdaErrorHandling()) => {
    Aspects.of(app).add(Shims.asAspect(mixin));
    return mixin;
  },
};
