import { formatOf } from '../../src/cli/format';

const of = (format?: string) => formatOf({ positionals: [], values: { format } }, ['text', 'json']);

test('is the first one unless another is asked for', () => {
  expect([of(), of('json')]).toEqual(['text', 'json']);
});

test('an unknown one is refused with those there are', () => {
  expect(() => of('xml')).toThrow(expect.objectContaining({ name: 'CliFormatUnknown', message: '--format xml is not written: use one of text, json' }));
});
