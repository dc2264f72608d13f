import { Duration } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import { ErrorDefinition } from '../../../src/catalog/error-definition';
import { catalogMarkdown } from '../../../src/catalog/private/catalog-markdown';
import { anyDefinitions } from '../random-definitions';

test('one row per error, in the words of callers', () => {
  expect(catalogMarkdown([
    ErrorDefinition.client('OrderNotFound', { httpStatus: 404, documentationUrl: 'https://docs.example/errors#OrderNotFound' }),
    ErrorDefinition.temporary('StockBusy', { retryAfter: Duration.seconds(2), message: 'Stock *is* busy\n| later' }),
    ErrorDefinition.throttled('TooFast'),
  ])).toBe(`| code | HTTP status | message | try again? |
| --- | --- | --- | --- |
| [OrderNotFound](<https://docs.example/errors#OrderNotFound>) | 404 | Order not found | no |
| StockBusy | 503 | Stock \\*is\\* busy \\| later | after 2 s |
| TooFast | 429 | Too fast | yes |
`);
});

test('whatever a message or address holds, a row has four cells', () => {
  fc.assert(fc.property(anyDefinitions, definitions => {
    const rows = catalogMarkdown(definitions).trimEnd().split('\n');
    expect(rows).toHaveLength(definitions.length + 2);
    for (const row of rows) {
      expect(row.match(/(?<!\\)\|/g)).toHaveLength(5);
    }
  }));
});
