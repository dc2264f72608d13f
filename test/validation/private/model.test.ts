import { modelOf } from '../../../src/validation/private/model';
import { lambda } from '../support';
import { assemblyOf } from '../template';

test('a model is made once for all rules', () => {
  const assembly = assemblyOf({ Fn: lambda() });

  expect(modelOf(assembly)).toBe(modelOf(assembly));
  expect(modelOf(assembly).functions).toHaveLength(1);
});
