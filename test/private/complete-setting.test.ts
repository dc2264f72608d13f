import { CfnParameter } from 'aws-cdk-lib';
import { completeSetting, fail, type WantedSetting } from '../../src/private/complete-setting';
import { errorOf, expectWarning } from '../failure/support';
import { l1Function, testStack } from '../support';

const WANTED: WantedSetting = {
  mixin: 'FunctionTracing', option: 'mode', path: ['TracingConfig', 'Mode'], value: 'Active', conflict: 'TracingModeConflict', unknown: 'FunctionTracing.unknownMode',
};

test('sets what is unset', () => {
  const fn = l1Function(testStack());
  completeSetting(fn, WANTED);

  expect(fn.tracingConfig).toEqual({ mode: 'Active' });
});

test('leaves what is equal', () => {
  const tracingConfig = { mode: 'Active' };
  const fn = l1Function(testStack(), 'L1', { tracingConfig });
  completeSetting(fn, WANTED);

  expect(fn.tracingConfig).toBe(tracingConfig);
});

test('leaves what nobody knows, with a warning', () => {
  const stack = testStack();
  completeSetting(l1Function(stack, 'L1', { tracingConfig: { mode: new CfnParameter(stack, 'Mode').valueAsString } }), WANTED);

  expectWarning(stack, '/Stack/L1', 'FunctionTracing.unknownMode');
});

test('fails on what is different, and names both', () => {
  const fn = l1Function(testStack(), 'L1', { tracingConfig: { mode: 'PassThrough' } });

  expect(errorOf(() => completeSetting(fn, WANTED))).toMatchObject({
    name: 'TracingModeConflict', message: expect.stringMatching(/^mode of FunctionTracing is to be "Active", but Stack\/L1 has TracingConfig\.Mode "PassThrough":/),
  });
});

test('tells who wants to hear of it instead, and leaves what is different', () => {
  const fn = l1Function(testStack(), 'L1', { tracingConfig: { mode: 'PassThrough' } });
  const refused: Error[] = [];
  completeSetting(fn, WANTED, (error) => refused.push(error));

  expect(refused.map(({ name }) => name)).toEqual(['TracingModeConflict']);
  expect(fn.tracingConfig).toEqual({ mode: 'PassThrough' });
  expect(() => fail(refused[0] as any)).toThrow(refused[0]);
});
