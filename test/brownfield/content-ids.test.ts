import { type App, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { ErrorHandlingAction } from '../../src/mixins/error-handling-report';
import { LambdaErrorHandling, type LambdaErrorHandlingProps } from '../../src/mixins/lambda-error-handling';
import { nodeFunction } from '../support';
import { parsed, templatesOf, withApp } from './support/synthesized';
import { templateDiff } from './support/template-diff';
import { reportedIds, WAYS } from './support/wire';

const VERSION = 'FunctionCurrentVersion';
const DEPLOYMENT = 'ApiDeployment';

/** A function that is called by its alias, through a REST API, beside one that has no version. */
function orders(app: App, props: Partial<lambda.FunctionProps> = {}): void {
  const stack = new Stack(app, 'Orders');
  const fn = nodeFunction(stack, 'Function', props);
  const live = new lambda.Alias(stack, 'Live', { aliasName: 'live', version: fn.currentVersion });
  new apigateway.LambdaRestApi(stack, 'Api', { handler: live, cloudWatchRole: false });
  nodeFunction(stack, 'Other');
}

/** What becomes of the app, and which ids the report says are new. */
function outcome(way: string, options: LambdaErrorHandlingProps = {}, props: Partial<lambda.FunctionProps> = {}) {
  const plain = withApp((app) => {
    orders(app, props);
    return parsed(templatesOf(app))['Orders.template.json'];
  });
  return withApp((app) => {
    orders(app, props);
    const mixin = WAYS[way](app, new LambdaErrorHandling(options));
    const template = parsed(templatesOf(app))['Orders.template.json'];
    return { ...templateDiff(plain, template), reported: reportedIds(mixin, app, ErrorHandlingAction.NEW_LOGICAL_ID) };
  });
}

describe.each(Object.keys(WAYS))('in an app with a version, an alias and a REST API, wired %s,', (way) => {
  test.each<[string, LambdaErrorHandlingProps, Partial<lambda.FunctionProps>, string[]]>([
    ['the version and the deployment', {}, {}, [VERSION, DEPLOYMENT]],
    ['the deployment, if the function is as it shall be', {}, { tracing: lambda.Tracing.ACTIVE }, [DEPLOYMENT]],
    ['the version, if the API keeps its answers', { restApis: { enabled: false } }, {}, [VERSION]],
    ['nothing, if neither is wanted', { restApis: { enabled: false }, functionTracing: { enabled: false } }, {}, []],
  ])('the ids that change are those of %s, as the report says', (_, options, props, ids) => {
    const { violations, changedIds, reported } = outcome(way, options, props);

    expect(violations).toEqual([]);
    expect(changedIds.map(({ before }) => before.replace(/[0-9A-F]{8}[0-9a-f]{32}$/, '')).sort()).toEqual([...ids].sort());
    expect(reported.sort()).toEqual(changedIds.map(({ after }) => after).sort());
  });
});
