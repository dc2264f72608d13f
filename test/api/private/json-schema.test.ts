import { schemaOf } from '../../../src/api/private/json-schema';

test.each([
  ['text', { type: 'string' }],
  [404, { type: 'integer' }],
  [0.5, { type: 'number' }],
  [true, { type: 'boolean' }],
  [null, {}],
  [[], { type: 'array', items: {} }],
  [['a'], { type: 'array', items: { type: 'string' } }],
  [{}, { type: 'object', properties: {} }],
  [{ error: { code: 'A' } }, {
    type: 'object', required: ['error'], properties: { error: { type: 'object', required: ['code'], properties: { code: { type: 'string' } } } },
  }],
])('%j', (example, schema) => {
  expect(schemaOf(example)).toEqual(schema);
});
