import { ARN, assemblyWith, modelWith } from './support';
import { modelOf, nameOfInvoker } from '../../../src/analysis/model/model';

test('a function has its triggers, and those that no template shows', () => {
  const model = modelWith({ Other: { Type: 'AWS::Lambda::Function' }, Rule: { Type: 'AWS::Events::Rule', Properties: { Targets: [{ Arn: ARN }] } } });
  const [fn, other] = model.functions.map(({ resource }) => resource);

  expect([model.triggersOf(fn).map(({ by }) => by.id), model.triggersOf(other)]).toEqual([['Rule'], []]);
  expect(model.assumedTrigger(other, 'sdk')).toMatchObject({ invoker: 'sdk', by: other, fn: other, isGuessed: true });
  expect(model.functionOf(fn)).toBe(model.functions[0]);
});

test('a template with a macro may have more', () => {
  const model = modelWith({}, { Transform: 'Macro' });

  expect([model.isOpen(model.functions[0].resource), modelWith({}).isOpen(modelWith({}).functions[0].resource)]).toEqual([true, false]);
});

test('invokers have names', () => {
  expect(nameOfInvoker('sns')).toBe('SNS subscription');
});

test('a model of an assembly is made once', () => {
  const assembly = assemblyWith({});

  expect(modelOf(assembly)).toBe(modelOf(assembly));
  expect(modelOf(assembly).functions).toHaveLength(1);
});
