import { App, NestedStack, Stack, Stage, Validations } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { issue } from './support';
import { withAcknowledgements } from '../../../src/cli/check/acknowledged';
import { FailAt, FailureHandlingChecks } from '../../../src/validation';
import { nodeFunction } from '../../support';
import { run } from '../support';

// The CDK prints what it found.
jest.spyOn(console, 'error').mockImplementation();

const NOT_KEPT = 'Lambda-Error-Handling::AsyncFailureNotKept';

/** A function that a rule invokes, which loses its events. */
function forgetful(scope: Construct, id: string): lambda.Function {
  const fn = nodeFunction(scope, id);
  new events.Rule(scope, `${id}Rule`, { schedule: events.Schedule.cron({ hour: '3' }), targets: [new targets.LambdaFunction(fn)] });
  return fn;
}

function acknowledge(construct: Construct, reason: string, id = NOT_KEPT): void {
  Validations.of(construct).acknowledge({ id, reason });
}

/** What `check` says of an app, as JSON: the open issues and the acknowledged ones of a rule, by function. */
function checked(build: (app: App) => unknown, rule = 'AsyncFailureNotKept') {
  const app = new App();
  build(app);
  Validations.of(app).addPlugins(new FailureHandlingChecks({ failAt: FailAt.NEVER }));
  const folder = app.synth().directory;
  const { issues, acknowledged } = JSON.parse(run('check', folder, '--format', 'json').out);
  const of = (list: any[]) => list.filter(({ id }) => id === rule).map(({ place, acknowledged: by }) => [place.id.replace(/\w{8}$/, ''), ...by ? [by.reason, by.at] : []].join(': '));
  return { folder, open: of(issues), acknowledged: of(acknowledged), ids: new Set(issues.map(({ id }: any) => id)) };
}

test('what is acknowledged on a construct is shown with its reason, and fails nothing', () => {
  const { folder, open, acknowledged, ids } = checked((app) => {
    const stack = new Stack(app, 'Orders');
    acknowledge(forgetful(stack, 'Cache'), 'it warms a cache');
    acknowledge(stack, 'once a day', 'Lambda-Error-Handling::RuleWithoutDeadLetters');
  });

  expect([open, acknowledged]).toEqual([[], ['Cache: it warms a cache: Orders/Cache']]);
  expect(ids).not.toContain('NothingKeepsIt');
  expect(run('check', folder)).toMatchObject({ code: 0, out: expect.stringMatching(/acknowledged AsyncFailureNotKept at .*\n +it warms a cache \(on Orders\/Cache\)[^]*; 2 acknowledged$/) });
});

test('only below the construct: another function is open, whatever an older CDK takes as acknowledged', () => {
  const { folder, open, acknowledged } = checked((app) => {
    const stack = new Stack(app, 'Orders');
    acknowledge(forgetful(stack, 'Cache'), 'it warms a cache');
    forgetful(stack, 'Payments');
    const nested = new NestedStack(stack, 'Nested');
    forgetful(nested, 'Mail');
    acknowledge(nested, 'nobody reads it');
  });

  expect(open).toEqual(['Payments']);
  expect(acknowledged).toEqual(['Cache: it warms a cache: Orders/Cache', 'Mail: nobody reads it: Orders/Nested']);
  expect(run('check', folder).code).toBe(1);
});

test('what is acknowledged on a stage or the app is read from the report of the validation', () => {
  const { open, acknowledged } = checked((app) => {
    forgetful(new Stack(app, 'Orders'), 'Payments');
    const stage = new Stage(app, 'Dev');
    forgetful(new Stack(stage, 'Orders'), 'Cache');
    acknowledge(stage, 'only a test');
  });
  const ofApp = checked((app) => {
    forgetful(new Stack(app, 'Orders'), 'Payments');
    acknowledge(app, 'a demo');
  });

  expect([open, acknowledged]).toEqual([['Payments'], ['Cache: only a test: Dev']]);
  expect([ofApp.open, ofApp.acknowledged]).toEqual([[], ['Payments: a demo: ']]);
});

describe('an issue of an assembly', () => {
  const acknowledgements = [{ id: 'Lambda-Error-Handling::QueueTooShort', reason: 'short', at: 'Shop/Orders' }];
  const group = (paths: string[], json: object = {}, given = acknowledgements) =>
    [{ path: '', templates: [{ json, name: 'Shop' }], constructs: { acknowledgements: given, paths: new Map([['Q', paths]]) } }];
  const isAcknowledged = (...given: Parameters<typeof group>) => withAcknowledgements([issue()], group(...given))[0].acknowledged !== undefined;

  test('is acknowledged if each construct that it may be of is', () => {
    expect(isAcknowledged(['Shop/Orders/Q/Resource'])).toBe(true);
    expect(isAcknowledged(['Shop/Orders'])).toBe(true);
    expect(isAcknowledged(['Shop/Orders2/Q'])).toBe(false);
    expect(isAcknowledged(['Shop/Orders/Q', 'Shop/Nested/Q'])).toBe(false);
    expect(isAcknowledged([])).toBe(false);
  });

  test('is open where nothing says which construct it is of', () => {
    const everywhere = [{ ...acknowledgements[0], at: '' }];

    expect(withAcknowledgements([issue()], group(['Shop/Q'], {}, everywhere))[0].acknowledged).toBeDefined();
    expect(withAcknowledgements([issue({ place: { ...issue().place, id: 'Other' } })], group(['Shop/Q'], {}, everywhere))[0].acknowledged).toBeUndefined();
  });

  test('is found in the group that has its template', () => {
    const [, shop] = [...group([]), ...group(['Shop/Orders/Q'])];
    const other = { ...shop, templates: [{ json: {}, name: 'Other' }], constructs: undefined };

    expect(withAcknowledgements([issue()], [other, shop])[0].acknowledged).toEqual({ reason: 'short', at: 'Shop/Orders' });
  });

  test('has the path that its template says', () => {
    const json = { Resources: { Q: { Metadata: { 'aws:cdk:path': 'Shop/Orders/Q/Resource' } } } };

    expect(isAcknowledged(['Shop/Orders/Q', 'Shop/Nested/Q'], json)).toBe(true);
  });

  test.each([
    ['Lambda-Error-Handling::QueueTooShort[Shop/Q]', true],
    ['Lambda-Error-Handling::QueueTooShort[Shop/Other]', false],
    ['Lambda-Error-Handling::Queue', false],
    ['Other::QueueTooShort', false],
  ])('%s: %s', (id, expected) => {
    expect(isAcknowledged(['Shop/Orders/Q'], {}, [{ ...acknowledgements[0], id }])).toBe(expected);
  });

  test('of no app is open', () => {
    expect(withAcknowledgements([issue()], [{ path: '', templates: [{ json: {}, name: 'Shop' }] }])).toEqual([issue()]);
  });
});
