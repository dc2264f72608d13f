import { modelWith, OPEN } from './support';
import { NO_QUALIFIER, ofText } from '../../../src/analysis/model/qualifier';

const config = (Qualifier: unknown, more: object = {}) => ({ Type: 'AWS::Lambda::EventInvokeConfig', Properties: { FunctionName: { Ref: 'Fn' }, Qualifier }, ...more });
const found = (resources: object, qualifier = NO_QUALIFIER, unqualified = '$LATEST') => {
  const model = modelWith(resources, OPEN);
  return model.asyncConfigs.of(model.functions[0].resource, qualifier, unqualified).map(({ resource, isFor }) => `${resource.id} ${isFor}`);
};

test('a config is for its qualifier only', () => {
  const configs = { Latest: config('$LATEST'), Live: config('live') };

  expect([found(configs), found(configs, ofText('live')), found(configs, ofText('other')), found(configs, NO_QUALIFIER, '$LATEST.PUBLISHED')]).toEqual([['Latest yes'], ['Live yes'], [], []]);
});

test('one that may not be there, or be for another qualifier, may hold', () => {
  expect(found({ Config: config('$LATEST', { Condition: 'Open' }) })).toEqual(['Config unknown']);
  expect(found({ Config: config({ Ref: 'Stage' }) })).toEqual(['Config unknown']);
});

test('a function that only the deployment knows may be any', () => {
  const model = modelWith({ Config: { Type: 'AWS::Lambda::EventInvokeConfig', Properties: { FunctionName: { Ref: 'Stage' }, Qualifier: '$LATEST' } } });

  const [{ resource }] = model.functions;

  expect([model.asyncConfigs.isOpen(resource), modelWith({}).asyncConfigs.isOpen(resource)]).toEqual([true, false]);
});
