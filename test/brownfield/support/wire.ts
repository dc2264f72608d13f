import { type App, Aspects, CfnResource, Shims } from 'aws-cdk-lib';
import { ErrorHandlingAction } from '../../../src/mixins/error-handling-report';
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

/** The logical ids of the resources of which the report of a mixin says that something was done. */
export function reportedIds({ report }: LambdaErrorHandling, app: App, what: ErrorHandlingAction): string[] {
  const paths = report.filter(({ action }) => action === what).map(({ constructPath }) => constructPath);
  return app.node.findAll().filter(({ node }) => paths.includes(node.path))
    .map((construct) => (CfnResource.isCfnResource(construct) ? construct : construct.node.defaultChild) as CfnResource)
    .map((resource) => resource.stack.resolve(resource.logicalId));
}
