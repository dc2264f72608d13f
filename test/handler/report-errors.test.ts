import { DOCUMENT, logLines, withCatalog } from './support';
import { LambdaError } from '../../src/handler/lambda-error';
import { reportErrors } from '../../src/handler/report-errors';

const CONTEXT = { awsRequestId: 'r-1' };

test('a success is returned as it is, without a word', async () => {
  const lines = logLines();
  await expect(reportErrors((event: number) => event + 1)(1, CONTEXT)).resolves.toBe(2);
  await expect(reportErrors(async (event: number) => event + 1)(1, CONTEXT)).resolves.toBe(2);

  expect(lines).toEqual([]);
});

test('what is wrapped around an error of the catalogue is logged and taken off', async () => {
  const lines = logLines();
  const inner = new LambdaError('StockBusy', 'someone else holds it');
  const handler = withCatalog(DOCUMENT, () => reportErrors(() => { throw new Error('reserve', { cause: inner }); }));

  await expect(handler({}, CONTEXT)).rejects.toBe(inner);
  expect(lines).toEqual([expect.objectContaining({ error: 'reserve: [StockBusy] someone else holds it', requestId: 'r-1', retryable: true })]);
});

test('any other error passes', async () => {
  const lines = logLines();
  const error = new Error('disk full');

  await expect(reportErrors(async () => { throw error; })({}, CONTEXT)).rejects.toBe(error);
  expect(lines).toHaveLength(1);
});
