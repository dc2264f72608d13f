import { Unsupported } from '../../../src/analysis/simulation/template-nodes';

test('what is not supported says what it is', () => {
  expect(new Unsupported('`#foreach`')).toMatchObject({ message: '`#foreach`' });
});
