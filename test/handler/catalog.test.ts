import { DOCUMENT, logLines, withCatalog } from './support';
import { Catalog } from '../../src/handler/catalog';
import { LambdaError } from '../../src/handler/lambda-error';

const busy = new LambdaError('StockBusy', 'someone else holds it');

test('it is what the environment says, else empty', () => {
  expect(withCatalog(DOCUMENT, () => new Catalog()).definitionOf(new Error('place', { cause: busy }))).toEqual({
    code: 'StockBusy', category: 'temporary', httpStatus: 503, retryable: true, message: 'Stock busy', retryAfter: 2,
  });
  expect(new Catalog().definitionOf(busy)).toBeUndefined();
});

test.each([
  ['no JSON', '{"version":', /JSON/],
  ['another version', '{"version":2,"errors":[]}', /version 2 of the catalogue, but version 1 is read here/],
  ['a version that is none', '{"version":{"a":1}}', /version {"a":1} of the catalogue/],
  ['nothing', 'null', /version undefined of the catalogue/],
  ['a list', '[]', /version undefined of the catalogue/],
  ['without errors', '{"version":1}', /errors of the catalogue/],
  ['with an error that is none', '{"version":1,"errors":[null]}', /errors of the catalogue/],
  ...['"code":7', '"category":null', '"message":{}', '"messagePrefix":7', '"documentationUrl":[]', '"httpStatus":"404"', '"httpStatus":399', '"httpStatus":600', '"httpStatus":404.5'].map((member): [string, string, RegExp] => [
    `with an error of ${member}`, `{"version":1,"errors":[{"code":"A","category":"client","httpStatus":404,"message":"a",${member}}]}`, /errors of the catalogue/,
  ]),
  ...['{}', 'false', '{"contentType":1,"template":"x"}', '{"contentType":"x","template":1}'].map((body): [string, string, RegExp] => [`with the body ${body}`, `{"version":1,"errors":[],"body":${body}}`, /body of the catalogue/]),
])('%s is an empty catalogue, and every line of the log says so', (_, text, problem) => {
  const lines = logLines();
  const catalog = new Catalog(text);
  catalog.log(busy);

  expect(catalog.errors).toEqual([]);
  expect(lines).toEqual([expect.objectContaining({ catalogError: expect.stringMatching(problem) })]);
});

test('a failure is one line with all that is known', () => {
  const lines = logLines();
  new Catalog(DOCUMENT).log(new Error('place order', { cause: busy }), { awsRequestId: 'r-1' }, { httpStatus: 503 });

  expect(lines).toEqual([{
    timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
    level: 'WARN',
    message: 'function failed',
    requestId: 'r-1',
    code: 'StockBusy',
    category: 'temporary',
    retryable: true,
    error: 'place order: [StockBusy] someone else holds it',
    httpStatus: 503,
  }]);
});

test('what nobody expects is an error with a stack trace, also what is permanent or no Error', () => {
  const lines = logLines();
  const catalog = new Catalog(DOCUMENT);
  for (const error of [new Error('disk full'), new LambdaError('LedgerCorrupt', 'page 7'), new LambdaError('Unlisted', 'x')]) catalog.log(error);
  catalog.log('text');
  catalog.log(undefined);

  expect(lines.map(({ level }) => level)).toEqual(Array(5).fill('ERROR'));
  expect(lines[0].stack).toContain('catalog.test.ts');
  expect(lines[3]).toMatchObject({ error: 'text' });
});

test('without a catalogue nothing is expected', () => {
  const lines = logLines();
  new Catalog().log(busy);

  expect(lines).toEqual([expect.objectContaining({ level: 'ERROR', code: 'StockBusy' })]);
});

test('a cause that goes round in a circle is told once', () => {
  const lines = logLines();
  const circle = new Error('circle');
  circle.cause = circle;
  new Catalog().log(circle);

  expect(lines).toEqual([expect.objectContaining({ error: 'circle' })]);
});
