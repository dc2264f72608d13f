import { schemaDocument, schemaNameOf } from '../../../src/test-events/private/test-event-schema';

test('the name of the schema is that of the console and the SAM CLI', () => {
  expect(schemaNameOf('orders')).toBe('_orders-schema');
});

test('the document has an example for each event, where the console and the SAM CLI look', () => {
  expect(schemaDocument({ Success: { id: 1 }, OrderNotFound: {} })).toEqual({
    openapi: '3.0.0',
    info: { version: '1.0.0', title: 'Event' },
    paths: {},
    components: { schemas: { Event: { type: 'object' } }, examples: { Success: { value: { id: 1 } }, OrderNotFound: { value: {} } } },
  });
});

test.each([
  ['objects', { A: {}, B: { x: 1 } }, { type: 'object' }], ['arrays', { A: [] }, { type: 'array', items: {} }], ['texts', { A: 'a' }, { type: 'string' }],
  ['null', { A: null }, {}], ['different kinds', { A: {}, B: 1 }, {}], ['null and a text', { A: null, B: 'b' }, {}], ['a list and an object', { A: [], B: {} }, {}], ['nothing', {}, {}],
])('the schema says no more than is sure of %s', (_, events, expected) => {
  expect(schemaDocument(events)).toMatchObject({ components: { schemas: expect.objectContaining({ Event: expected }) } });
});
