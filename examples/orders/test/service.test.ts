import { AGREED_ERRORS, compiledHandler, inService } from './support/handlers';
import { invokeProcess } from './support/lambda-process';
import { testWith } from '../../../test/support';

const A_MINUTE_EACH = 180_000;

testWith('go', 'the tests of the service pass', () => {
  expect(inService('go', 'test', './...')).toContain('ok');
}, A_MINUTE_EACH);

testWith('go', 'the service is vetted', () => {
  inService('go', 'vet', './...');
}, A_MINUTE_EACH);

testWith('gofmt', 'the service is formatted', () => {
  expect(inService('gofmt', '-l', '.')).toBe('');
});

testWith('go', 'the API handler, compiled and run, reports every error as agreed', async () => {
  const api = compiledHandler('api');
  for (const { request, error } of AGREED_ERRORS) {
    const invocation = await invokeProcess(api, request);
    expect(invocation.error).toEqual(error);
  }
}, A_MINUTE_EACH);

testWith('go', 'the handlers answer, and fail, as processes of their own', async () => {
  const notify = compiledHandler('notify');
  const message = (text: string) => ({ Records: [{ Sns: { MessageId: 'm-1', Message: text } }] });
  const order = { id: '1001', customer: 'ada@example.com', status: 'PAID', items: [{ sku: 'tea', quantity: 1 }] };
  await expect(invokeProcess(notify, message(JSON.stringify(order)))).resolves.toMatchObject({ answer: null });
  await expect(invokeProcess(notify, message('{}'))).resolves.toMatchObject({ error: { errorType: 'InvalidOrder' } });

  const tick = { 'detail-type': 'Scheduled Event', 'source': 'aws.events', 'time': '2026-03-02T03:00:00Z', 'detail': {} };
  await expect(invokeProcess(compiledHandler('cleanup'), tick)).resolves.toMatchObject({ answer: { cancelled: 0 } });
}, A_MINUTE_EACH);

testWith('go', 'every log line is JSON with a level and a timestamp, also those of the Lambda library', async () => {
  const { log } = await invokeProcess(compiledHandler('api'), AGREED_ERRORS[0].request);
  const lines = log.map((line) => JSON.parse(line));
  expect(lines.map(({ level }) => level)).toEqual(['WARN', 'ERROR']);
  expect(lines.every(({ timestamp }) => !Number.isNaN(Date.parse(timestamp)))).toBe(true);
  expect(lines[0]).toMatchObject({ code: 'OrderNotFound', requestId: 'request-1' });
}, A_MINUTE_EACH);
