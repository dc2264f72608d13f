import { type App, Stack } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as sns from 'aws-cdk-lib/aws-sns';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { APPS } from './apps';
import { parsed, templatesOf, withApp, type Step } from './support/synthesized';
import { WAYS } from './support/wire';
import { AlarmNotifications } from '../../src/alarms';
import { Assembly } from '../../src/analysis';
import { RULES } from '../../src/validation/rules';

const addErrorHandling: Step = (app) => {
  for (const stack of app.node.children.filter(Stack.isStack)) {
    AlarmNotifications.of(stack).add(new SnsAction(sns.Topic.fromTopicArn(stack, 'OnCall', 'arn:aws:sns:eu-west-1:111122223333:on-call')));
  }
  WAYS['at once'](app);
};

/** What `find` has to say about an app as it was and as it is then, each once. */
function beforeAndAfter(build: Step, find: (app: App) => string[]): [before: string[], after: string[]] {
  return [[build], [build, addErrorHandling]].map((steps) => withApp((app) => {
    for (const step of steps) step(app);
    return [...new Set(find(app))];
  })) as [string[], string[]];
}

function nagFindings(app: App): string[] {
  templatesOf(app);
  return [new AwsSolutionsChecks(), new ServerlessChecks()].flatMap((pack) => pack.validateScope(app).violations)
    .flatMap(({ ruleName, violatingResources }) => violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`));
}

function ownErrors(app: App): string[] {
  const templates = Object.entries(parsed(templatesOf(app)));
  const assembly = new Assembly(templates.map(([file, json]) => ({ json, file })));
  return RULES.filter(({ severity }) => severity === 'error').flatMap(({ id, check }) => check(assembly).map(({ resource }) => `${id} ${resource}`));
}

describe.each(APPS)('$name', ({ build }) => {
  test('error handling gives cdk-nag nothing more to find', () => {
    const [before, after] = beforeAndAfter(build, nagFindings);

    expect(after.filter((finding) => !before.includes(finding))).toEqual([]);
    expect(before.length).toBeGreaterThan(0);
  });

  test('our own rules find events that can be lost before, and then only what no mixin is for', () => {
    const [before, after] = beforeAndAfter(build, ownErrors);

    expect(after.filter((finding) => !/^(IotRuleWithoutErrorAction|SubscriptionWithoutDeadLetters SNSTopic|FailureTargetNotPermitted FollowOrdersSafely)/.test(finding))).toEqual([]);
    expect(before.length).toBeGreaterThan(0);
  });
});
