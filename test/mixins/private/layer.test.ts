import type { CfnResource } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { IMPORTED_FUNCTION, mixinLayer, settings, typeOf, type LayerOptions } from '../../../src/mixins/private/layer';
import { Report } from '../../../src/mixins/private/report';
import { ValidationError } from '../../../src/private/errors';
import { putSetting } from '../../../src/private/settings';
import { l1Function, nodeFunction, testStack } from '../../support';

function linesOf(options: Partial<LayerOptions>, complete: (fn: CfnResource, refuse: (error: ValidationError) => void) => void): string[] {
  const report = new Report(false);
  const fn = l1Function(testStack(), 'Fn', { timeout: 3 });
  const layer = mixinLayer({
    name: 'functions',
    types: ['AWS::Lambda::Function'],
    makeMixin: () => ({ _complete: (construct, refuse) => complete(construct as CfnResource, refuse) }),
    look: settings('Timeout', 'TracingConfig'),
    ...options,
  });
  layer.apply(fn, report.for(fn, layer.name));
  return report.entries.map(({ action, message }) => `${action} ${message}`);
}

test('a layer tells which properties were set', () => {
  expect(linesOf({}, (fn) => putSetting(fn, 'Active', 'TracingConfig', 'Mode'))).toEqual(['completed TracingConfig']);
  expect(linesOf({}, (fn) => fn.addPropertyOverride('TracingConfig.Mode', 'Active'))).toEqual(['completed TracingConfig']);
});

test('a layer that changed nothing says nothing', () => {
  expect(linesOf({ changed: (_, log) => log.added('more') }, () => {})).toEqual([]);
});

test('what is refused is left, and what comes of a change is told', () => {
  const lines = linesOf({ changed: (_, log) => log.newLogicalId('a version') }, (fn, refuse) => {
    refuse(new ValidationError('TracingModeConflict', 'message'));
    putSetting(fn, 4, 'Timeout');
  });

  expect(lines).toEqual(['left TracingModeConflict: message', 'completed Timeout', 'new logical id of a version']);
});

test('a resource that is skipped is not touched', () => {
  expect(linesOf({ isSkipped: () => true }, () => { throw new Error('touched'); })).toEqual([]);
});

test('layers are found by the type of a resource, and imported functions by what they are', () => {
  const stack = testStack();
  const constructs = [l1Function(stack), nodeFunction(stack), lambda.Function.fromFunctionName(stack, 'Imported', 'orders'), stack];

  expect(constructs.map(typeOf)).toEqual(['AWS::Lambda::Function', undefined, IMPORTED_FUNCTION, undefined]);
});

test.each([[{}, 1], [undefined, 0]])('a mixin with options (%s) is made at once, any other with the first resource', (options, atOnce) => {
  const makeMixin = jest.fn(() => ({ _complete: () => {} }));
  const layer = mixinLayer({ name: 'functions', types: [], makeMixin, options, look: settings() });
  expect(makeMixin).toHaveBeenCalledTimes(atOnce);

  const fn = l1Function(testStack());
  for (let i = 0; i < 2; i++) layer.apply(fn, new Report(false).for(fn, layer.name));

  expect(makeMixin).toHaveBeenCalledTimes(1);
});
