import { templateWith } from './support';
import { Setting } from '../../../src/analysis/model/setting';
import { LIMITS } from '../../../src/facts/limits';

const template = templateWith({}, { Parameters: { Days: { Type: 'Number', Default: 3 } } });
const of = (raw: unknown) => Setting.of(template.property(raw), LIMITS.functionTimeout);

test.each<[unknown, number | undefined, string, boolean]>([
  [5, 5, 'set', true],
  ['5', 5, 'set', true],
  [undefined, LIMITS.functionTimeout.default, 'default', true],
  [{ Ref: 'Days' }, 3, 'assumed', false],
  [{ Ref: 'Nothing' }, undefined, 'unknown', false],
  ['text', undefined, 'unknown', false],
])('%j', (raw, value, from, isSure) => {
  const setting = of(raw);

  expect([setting.value, setting.from, setting.isSure]).toEqual([value, from, isSure]);
});

test('what is written elsewhere is not known', () => {
  const { functionTimeout } = LIMITS;

  expect([Setting.byDefault(functionTimeout).value, Setting.byDefault(functionTimeout, true).value]).toEqual([functionTimeout.default, undefined]);
});
