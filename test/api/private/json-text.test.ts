import * as fc from 'fast-check';
import { jsonText } from '../../../src/api/private/json-text';
import { render } from '../api-gateway-evaluator';

test('any text reads the same after a template engine had it', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => {
    expect(JSON.parse(render(jsonText(text), '{}', {}))).toBe(text);
  }));
});

test.each(['$input.body', '$context.requestId', '#if(true)', '#set($x = 1)', '$$', '\\$context', '##', '#*'])('%s is no template', text => {
  expect(JSON.parse(render(jsonText(text), '{}', { requestId: 'leaked' }))).toBe(text);
});

test('a number has no quotes', () => {
  expect(jsonText(404)).toBe('404');
});
