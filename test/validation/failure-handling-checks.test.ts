import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { App, NestedStack, Stack, Stage, Validations } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { FailAt, FailureHandlingChecks, type FailureHandlingChecksProps } from '../../src/validation';
import { RULES } from '../../src/validation/rules';
import { nodeFunction } from '../support';

// The CDK prints what it found.
jest.spyOn(console, 'error').mockImplementation();

const NOT_KEPT = 'AsyncFailureNotKept';
const ACKNOWLEDGED = { id: `Lambda-Error-Handling::${NOT_KEPT}`, reason: 'a cache is warmed: nothing is lost' };

interface Violation { ruleName: string; severity: string; description: string; suggestedFix: string; reason?: string; violatingConstructs: any[] }

/** An app with the checks, and what they reported. */
function appWith(build: (app: App) => unknown, props?: FailureHandlingChecksProps) {
  const app = new App();
  build(app);
  Validations.of(app).addPlugins(new FailureHandlingChecks(props));
  let failure: Error | undefined;
  try {
    app.synth();
  } catch (error) {
    failure = error as Error;
  }
  const file = join(app.outdir, 'validation-report.json');
  const reports = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).pluginReports : [];
  const report = reports.find(({ pluginName }: any) => pluginName === 'Lambda-Error-Handling');
  const [open, suppressed]: Violation[][] = [report?.violations ?? [], report?.suppressedViolations ?? []];
  return { failure, conclusion: report?.conclusion, open, suppressed, version: report?.pluginVersion };
}

/** A function that a rule invokes, which loses its events. */
function forgetful(scope: Construct, id: string): lambda.Function {
  const fn = nodeFunction(scope, id);
  new events.Rule(scope, `${id}Rule`, { schedule: events.Schedule.cron({ hour: '3' }), targets: [new targets.LambdaFunction(fn)] });
  return fn;
}

const of = (violations: Violation[], rule = NOT_KEPT) => violations.filter(({ ruleName }) => ruleName.startsWith(rule)).map(({ ruleName, violatingConstructs: [found] }) => `${ruleName} ${found.constructPath}`);

test('an app in which an event can vanish does not synthesize, and is told why', () => {
  const { failure, conclusion, open, version } = appWith((app) => forgetful(new Stack(app, 'Orders'), 'Notify'));
  const [violation] = open.filter(({ ruleName }) => ruleName === NOT_KEPT);

  expect(failure?.message).toContain(NOT_KEPT);
  expect(conclusion).toBe('failure');
  expect(version).toBe('0.0.0');
  expect(violation).toMatchObject({ severity: 'error', suggestedFix: expect.stringContaining('OnFailure') });
  expect(violation.description).toMatch(/nothing keeps what it fails at\. DeadLetterConfig\.TargetArn of Notify\w+ is not set.* NotifyRule\w+ invokes it asynchronously\. After three attempts/);
  expect(violation.violatingConstructs[0]).toMatchObject({
    constructPath: 'Orders/Notify/Resource',
    cloudFormationResource: { logicalId: expect.stringMatching(/^Notify/), templatePath: 'Orders.template.json', propertyPaths: ['Properties.DeadLetterConfig.TargetArn'] },
  });
});

test('an app without a function is clean', () => {
  expect(appWith((app) => new Stack(app, 'Empty'))).toMatchObject({ failure: undefined, open: [] });
});

test('what is acknowledged on a construct does not count, and is listed with its reason', () => {
  const { open, suppressed } = appWith((app) => Validations.of(forgetful(new Stack(app, 'Orders'), 'Notify')).acknowledge(ACKNOWLEDGED));

  expect(of(open)).toEqual([]);
  expect(of(suppressed)).toEqual([`${NOT_KEPT} Orders/Notify/Resource`]);
  expect(suppressed.find(({ ruleName }) => ruleName === NOT_KEPT)?.reason).toBe(ACKNOWLEDGED.reason);
});

test('what is acknowledged on one construct still counts on another', () => {
  const { failure, open, suppressed } = appWith((app) => {
    const stack = new Stack(app, 'Orders');
    Validations.of(forgetful(stack, 'Notify')).acknowledge(ACKNOWLEDGED);
    forgetful(stack, 'Charge');
  });

  expect(failure).toBeDefined();
  expect(of(open)).toEqual([expect.stringMatching(/^AsyncFailureNotKept\[Charge\w+\] Orders\/Charge\/Resource$/)]);
  expect(of(suppressed)).toEqual([`${NOT_KEPT} Orders/Notify/Resource`]);
});

test('everything below a construct is acknowledged with it', () => {
  const { open, suppressed } = appWith((app) => {
    const stack = new Stack(app, 'Orders');
    forgetful(stack, 'Notify');
    forgetful(stack, 'Charge');
    Validations.of(stack).acknowledge(ACKNOWLEDGED);
  });

  expect(of(open)).toEqual([]);
  expect(of(suppressed)).toHaveLength(2);
});

test('stages and nested stacks are checked too', () => {
  const { open } = appWith((app) => {
    const stage = new Stage(app, 'Production');
    const stack = new Stack(stage, 'Orders');
    forgetful(new NestedStack(stack, 'Nested'), 'Notify');
  });

  expect(of(open)).toContain(`${NOT_KEPT} Production/Orders/Nested/Notify/Resource`);
});

test.each([[FailAt.ERROR, true, 'error', 'warning'], [FailAt.WARNING, true, 'error', 'error'], [FailAt.NEVER, false, 'warning', 'warning']])('with failAt %s', (failAt, fails, ofError, ofWarning) => {
  const { failure, open } = appWith((app) => forgetful(new Stack(app, 'Orders'), 'Notify'), { failAt });
  const severityOf = (rule: string) => open.find(({ ruleName }) => ruleName === rule)?.severity;

  expect([failure !== undefined, severityOf(NOT_KEPT), severityOf('FailureUnheard')]).toEqual([fails, ofError, ofWarning]);
});

test('a rule that is left out is not checked', () => {
  const { open } = appWith((app) => forgetful(new Stack(app, 'Orders'), 'Notify'), { leaveOut: [NOT_KEPT] });

  expect(of(open)).toEqual([]);
  expect(open.length).toBeGreaterThan(0);
  expect(new FailureHandlingChecks({ leaveOut: [NOT_KEPT] }).ruleIds).toEqual(RULES.map(({ id }) => id).filter((id) => id !== NOT_KEPT));
});

test('a rule that does not exist can not be left out', () => {
  const leaveOut = (id: string) => () => new FailureHandlingChecks({ leaveOut: [id] });

  expect(leaveOut('Nothing')).toThrow(expect.objectContaining({ name: 'RuleUnknown', message: expect.stringContaining('leaveOut has "Nothing"') }));
  expect(leaveOut('Lambda-Error-Handling::asyncfailurenotkept')).toThrow('did you mean "AsyncFailureNotKept"?');
});
