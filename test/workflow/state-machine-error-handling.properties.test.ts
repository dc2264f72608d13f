import { CfnParameter, Stack } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import { StateMachineErrorHandling, type StateMachineErrorHandlingProps } from '../../src/workflow/state-machine-error-handling';
import { testStack } from '../support';
import { CALL, CATALOG, definitionIn, INVOKE, machineOf, propertiesIn, RUN } from './support';

const CLIENT = ['LedgerCorrupt', 'OrderNotFound'];
const OWN_ERRORS = [...CALL, ...RUN, ...CLIENT, 'StockBusy', 'MyError', 'States.Timeout', 'States.DataLimitExceeded'];
const RESOURCES = [INVOKE, `${INVOKE}.waitForTaskToken`, 'arn:aws:lambda:eu-west-1:111122223333:function:orders', 'arn:aws:states:::sns:publish'];

/** Lists of error names as Step Functions takes them: a wildcard alone, `States.ALL` in the last element. */
const named = fc.uniqueArray(fc.constantFrom(...OWN_ERRORS), { minLength: 1, maxLength: 3 });
const errorLists = fc.tuple(fc.array(fc.oneof({ weight: 9, arbitrary: named }, fc.constant(['States.TaskFailed'])), { maxLength: 3 }), fc.boolean())
  .map(([lists, all]) => all ? [...lists, ['States.ALL']] : lists);
const retry = errorLists.chain((lists) => fc.tuple(...lists.map((ErrorEquals) =>
  fc.record({ ErrorEquals: fc.constant(ErrorEquals), MaxAttempts: fc.nat(5), BackoffRate: fc.constantFrom(1, 1.5) }, { requiredKeys: ['ErrorEquals'] }))));
const caught = errorLists.map((lists) => lists.map((ErrorEquals) => ({ ErrorEquals, Next: 'End' })));

const END = { End: { Type: 'Succeed' } };
const task = fc.record({ Type: fc.constant('Task'), Resource: fc.constantFrom(...RESOURCES), Retry: retry, Catch: caught, End: fc.constant(true) },
  { requiredKeys: ['Type', 'Resource', 'End'] });
const { workflow } = fc.letrec<{ workflow: any; state: any }>((tie) => ({
  workflow: fc.dictionary(fc.constantFrom('A', 'B', 'C "x"', 'Ü'), tie('state'), { minKeys: 1, maxKeys: 3, depthIdentifier: 'states' })
    .map((states) => ({ StartAt: Object.keys(states)[0], States: { ...states, ...END } })),
  state: fc.oneof({ depthIdentifier: 'states', maxDepth: 3 },
    task,
    fc.constant({ Type: 'Pass', Next: 'End' }),
    fc.record({ Type: fc.constant('Map'), ItemProcessor: tie('workflow'), End: fc.constant(true) }),
    fc.record({ Type: fc.constant('Map'), Iterator: tie('workflow'), Catch: caught, End: fc.constant(true) }, { requiredKeys: ['Type', 'Iterator', 'End'] }),
    fc.record({ Type: fc.constant('Parallel'), Branches: fc.array(tie('workflow'), { minLength: 1, maxLength: 2 }), Next: fc.constant('End') })),
}));
const definition = fc.tuple(workflow, fc.constantFrom(undefined, 'JSONPath', 'JSONata')).map(([json, QueryLanguage]) =>
  ({ ...json, ...(QueryLanguage ? { QueryLanguage } : {}), States: { ...json.States, Failed: { Type: 'Fail' } } }));

const PROPS: StateMachineErrorHandlingProps = { catalog: CATALOG, failureState: 'Failed' };
const layout = fc.constantFrom(undefined, 2, '\t');

test('every Lambda task of any definition handles every error, and the definition stays valid', () => {
  fc.assert(fc.property(definition, layout, (json, space) => {
    const after = completed(JSON.stringify(json, undefined, space));

    forEachState(after, json, (state, original) => {
      expectValid(state, after.QueryLanguage);
      if (isLambda(original)) expectHandled(state, original);
    });
  }));
});

test('nothing is taken away, changed or put in another order', () => {
  fc.assert(fc.property(definition, (json) => {
    forEachState(completed(JSON.stringify(json)), json, (state, original) => {
      for (const list of ['Retry', 'Catch']) expect(state[list] ?? []).toEqual(expect.arrayContaining(original[list] ?? []));
      expect(rest(state)).toEqual(rest(original));
      expect(kept(state.Retry, original.Retry)).toEqual(original.Retry ?? []);
      expect(kept(state.Catch, original.Catch)).toEqual(original.Catch ?? []);
    });
  }));
});

test('a second time changes nothing', () => {
  fc.assert(fc.property(definition, layout, (json, space) => {
    const stack = testStack();
    const machine = machineOf(stack, JSON.stringify(json, undefined, space));
    const [once, twice] = [1, 2].map(() => { machine.with(new StateMachineErrorHandling(PROPS)); return machine.definitionString; });

    expect(twice).toBe(once);
  }));
});

test('text, text with tokens and object get the same', () => {
  fc.assert(fc.property(definition, layout, (json, space) => {
    const [text, tokens, object] = [testStack(), testStack(), testStack()];
    machineOf(text, JSON.stringify(json, undefined, space)).with(new StateMachineErrorHandling(PROPS));
    machineOf(tokens, withTokens(tokens, JSON.stringify(json, undefined, space))).with(new StateMachineErrorHandling(PROPS));
    machineOf(object, '', { definitionString: undefined, definition: json }).with(new StateMachineErrorHandling(PROPS));

    expect(definitionIn(object)).toEqual(definitionIn(text));
    expect(joined(propertiesIn(tokens).DefinitionString)).toBe(propertiesIn(text).DefinitionString);
  }), { numRuns: 50 });
});

function completed(text: string): any {
  const stack = testStack();
  machineOf(stack, text).with(new StateMachineErrorHandling(PROPS));
  return definitionIn(stack);
}

/** Walks both definitions at once: they have the same states. */
function forEachState(after: any, before: any, visit: (state: any, original: any) => void): void {
  expect(Object.keys(after.States)).toEqual(Object.keys(before.States));
  for (const [name, original] of Object.entries<any>(before.States)) {
    const state = after.States[name];
    visit(state, original);
    for (const key of ['ItemProcessor', 'Iterator']) if (original[key]) forEachState(state[key], original[key], visit);
    for (const [index, branch] of (original.Branches ?? []).entries()) forEachState(state.Branches[index], branch, visit);
  }
}

function isLambda({ Type, Resource = '' }: any): boolean {
  return Type === 'Task' && /lambda/.test(Resource);
}

/** What Step Functions refuses: https://states-language.net/spec.html#retrying-after-error */
function expectValid(state: any, language?: string): void {
  for (const list of [state.Retry ?? [], state.Catch ?? []]) {
    const all = list.findIndex(({ ErrorEquals }: any) => ErrorEquals.includes('States.ALL'));
    expect([-1, list.length - 1]).toContain(all);
    for (const { ErrorEquals } of list) {
      expect(ErrorEquals.length).toBeGreaterThan(0);
      expect(ErrorEquals.length === 1 || !ErrorEquals.includes('States.ALL')).toBe(true);
    }
  }
  for (const { IntervalSeconds = 1, MaxDelaySeconds = Infinity, BackoffRate = 1, MaxAttempts = 3 } of state.Retry ?? []) {
    expect(IntervalSeconds >= 1 && MaxDelaySeconds > IntervalSeconds && BackoffRate >= 1 && MaxAttempts >= 0).toBe(true);
  }
  const forbidden = language === 'JSONata' ? 'ResultPath' : 'Output';
  expect((state.Catch ?? []).filter((catcher: object) => forbidden in catcher)).toEqual([]);
}

/** Finds the retrier as Step Functions does: the first that matches. */
function expectHandled(state: any, original: any): void {
  const of = (error: string, { Retry = [] }: any) =>
    Retry.find(({ ErrorEquals }: any) => [error, 'States.ALL', 'States.TaskFailed'].some((name) => ErrorEquals.includes(name)));
  for (const error of [...CALL, ...RUN, 'StockBusy']) {
    expect(of(error, state)).toEqual(of(error, original) ?? expect.objectContaining({ JitterStrategy: 'FULL', MaxDelaySeconds: 60 }));
  }
  const namesIt = (error: string) => (original.Retry ?? []).some(({ ErrorEquals }: any) => ErrorEquals.includes(error));
  for (const error of CLIENT) expect(namesIt(error) ? undefined : of(error, state).MaxAttempts).toBe(namesIt(error) ? undefined : 0);
}

/** Everything of a state but what is compared by itself. */
function rest({ Retry, Catch, ItemProcessor, Iterator, Branches, ...others }: any): object {
  return others;
}

function kept(list: object[] = [], original: object[] = []): object[] {
  const texts = original.map((item) => JSON.stringify(item));
  return list.filter((item) => texts.includes(JSON.stringify(item)));
}

const WORDS = ['Succeed', 'Pass', 'sns', 'orders'];

/** The same text, with tokens for words that it doesn't depend on. */
function withTokens(stack: Stack, text: string): string {
  return WORDS.reduce((before, word) => before.replaceAll(word, new CfnParameter(stack, word).valueAsString), text);
}

function joined(value: any): string {
  return typeof value === 'string' ? value : value['Fn::Join'][1].map((part: any) => part.Ref ?? part).join('');
}
