import { App, Stack } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import { membersOf } from './assembly';
import { dangling } from './references';
import { forgotten, SUBJECTS, type Subject } from './subjects';
import { isLeftOut, short, structValues, valuesOf, type Make } from './values';
import { ERRORS } from '../../src/private/ids';

const LEGAL_RUNS = 10;
const ILLEGAL_RUNS = 8;
const TOKEN_RUNS = 2;
const NOTHING: Make = () => undefined;

/** Combinations of legal properties that are refused, and by what. */
const REFUSED: Record<string, string[]> = {
  'FaultTraceGroup': ['TraceGroupNotificationsWithoutInsights'],
  'ResilientFunction': ['LogRetentionWithLogGroup'],
  'SharedTestEvents': ['TestEventMissing', 'TestEventUnknown'],
  'mixins.LambdaErrorHandling': ['DeadLetterErrorsCannotFire', 'ApiAlarmCannotFire'],
};

/** Subjects that make several things, each with options of its own: some that are not made here ignore theirs, and some are made before others fail. */
const COMPOSED = /\.recommended$|^(FleetAlarms|ResilientFunction|mixins\.LambdaErrorHandling)$/;

type Outcome = { readonly template: any } | { readonly error: Error; readonly before: any; readonly after: any };

/** What comes of props, in an app of its own. */
function outcome(subject: Subject, make: Make): Outcome {
  const stack = new Stack(new App(), 'Stack');
  const prepared = subject.prepare?.(stack);
  const props = make(stack);
  const before = templateOf(stack);
  try {
    subject.run(stack, props, prepared);
  } catch (error) {
    return { error: error as Error, before, after: templateOf(stack) };
  }
  try {
    return { template: synthesized(stack) };
  } catch (error) {
    return { error: error as Error, before: undefined, after: undefined };
  }
}

/** What the tree says by now, without validation. */
function templateOf(stack: Stack): any {
  return (stack as any)._toCloudFormation();
}

function synthesized(stack: Stack): any {
  return (stack.node.root as App).synth().getStackByName(stack.stackName).template;
}

const withStruct = SUBJECTS.filter(({ struct }) => struct);

test('there are at least 2,000 cases', () => {
  const [illegal, token] = (['illegal', 'token'] as const).map((kind) => withStruct.filter(({ struct }) => structValues(struct!)[kind]).length);

  expect(withStruct.length * LEGAL_RUNS + illegal * ILLEGAL_RUNS + token * TOKEN_RUNS).toBeGreaterThan(2_000);
});

test('no public class is forgotten', () => {
  expect(forgotten()).toEqual([]);
});

test('no property is forgotten', () => {
  const seen = new Set<string>();
  const unknown = (struct: string): string[] => membersOf(struct).filter((member) => !isLeftOut(struct, member) && !seen.has(`${struct}.${member.name}`))
    .flatMap((member) => { seen.add(`${struct}.${member.name}`); return valuesOf(struct, member) ? [] : [`${short(struct)}.${member.name}`]; });

  expect(withStruct.flatMap(({ struct }) => unknown(struct!))).toEqual([]);
});

test.each(SUBJECTS.map((subject) => [subject.name, subject] as const))('legal properties of %s give the same whole template twice', (name, subject) => {
  const legal = subject.struct ? structValues(subject.struct).legal : fc.constant(NOTHING);
  fc.assert(fc.property(legal, (make) => {
    const [once, twice] = [outcome(subject, make), outcome(subject, make)];
    if ('error' in once) {
      expect(REFUSED[name] ?? []).toContain(once.error.name);
      return;
    }
    expect(once).toEqual(twice);
    expect(dangling(once.template)).toEqual([]);
  }), { numRuns: subject.struct ? LEGAL_RUNS : 1, seed: 7 });
});

test.each(withStruct.filter(({ struct }) => structValues(struct!).illegal).map((subject) => [subject.name, subject] as const))('an illegal property of %s is a coded error, and adds nothing', (name, subject) => {
  fc.assert(fc.property(structValues(subject.struct!).illegal!, (make) => {
    const result = outcome(subject, make);
    if (!('error' in result)) {
      if (!COMPOSED.test(name)) throw new Error('it was accepted');
      return;
    }
    if (!Object.keys(ERRORS).includes(result.error.name)) throw result.error;
    if (!COMPOSED.test(name)) expect(result.after).toEqual(result.before);
  }), { numRuns: ILLEGAL_RUNS, seed: 7 });
});

test.each(withStruct.filter(({ struct }) => structValues(struct!).token).map((subject) => [subject.name, subject] as const))('tokens of %s pass every range check', (name, subject) => {
  const { legal, token } = structValues(subject.struct!);
  fc.assert(fc.property(legal, (make) => {
    const result = outcome(subject, (stack) => ({ ...make(stack), ...token!(stack) }));
    if ('error' in result && !REFUSED[name]?.includes(result.error.name)) throw result.error;
  }), { numRuns: TOKEN_RUNS, seed: 7 });
});
