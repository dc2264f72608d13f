import { readFileSync } from 'fs';
import { runIn } from '../../../test/go/module';
import { EmulatedFunction, invokeOnce, testWithEmulator } from '../../../test/runtime-emulator';
import { testWith } from '../../../test/support';
import { GO_FILE, goSource } from '../apperrors';
import { AGREED_ERRORS, compiledHandler, SERVICE } from './support/handlers';

const THREE_MINUTES = 180_000;

test('the service has the codes of the catalogue (run "npx ts-node apperrors.ts", see the README, if this fails)', () => {
  expect(readFileSync(GO_FILE, 'utf8')).toBe(goSource());
});

testWith('go', 'the tests of the service pass', () => {
  expect(runIn(SERVICE, 'go', 'test', './...')).toContain('ok');
}, THREE_MINUTES);

testWith('go', 'the service is vetted', () => {
  runIn(SERVICE, 'go', 'vet', './...');
}, THREE_MINUTES);

testWith('gofmt', 'the service is formatted', () => {
  expect(runIn(SERVICE, 'gofmt', '-l', '.')).toBe('');
});

testWithEmulator('the API handler, compiled and run, reports every error as agreed, and logs each once as JSON', async () => {
  const api = await EmulatedFunction.start(compiledHandler('api'));
  for (const { request, error } of AGREED_ERRORS) {
    const { payload, isError } = await api.invoke(request);
    expect(isError).toBe(true);
    expect(JSON.parse(payload)).toEqual(error);
  }
  await api.stop();

  const lines = api.log.map((line) => JSON.parse(line));
  expect(lines).toHaveLength(AGREED_ERRORS.length);
  expect(lines.every(({ level, timestamp }) => /^(WARN|ERROR)$/.test(level) && !Number.isNaN(Date.parse(timestamp)))).toBe(true);
  expect(lines[0]).toMatchObject({ code: 'OrderNotFound', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
}, THREE_MINUTES);

testWithEmulator('the handlers answer, and fail, as processes of their own', async () => {
  const notify = compiledHandler('notify');
  const message = (text: string) => ({ Records: [{ Sns: { MessageId: 'm-1', Message: text } }] });
  const order = { id: '1001', customer: 'ada@example.com', status: 'PAID', items: [{ sku: 'tea', quantity: 1 }] };
  await expect(invokeOnce(notify, message(JSON.stringify(order)))).resolves.toEqual({ payload: 'null', isError: false });
  const failed = await invokeOnce(notify, message('{}'));
  expect(JSON.parse(failed.payload)).toMatchObject({ errorType: 'InvalidOrder' });

  const tick = { 'detail-type': 'Scheduled Event', 'source': 'aws.events', 'time': '2026-03-02T03:00:00Z', 'detail': {} };
  await expect(invokeOnce(compiledHandler('cleanup'), tick)).resolves.toEqual({ payload: '{"cancelled":0}', isError: false });

  const Records = ['9999', '1003'].map((orderId) => ({ messageId: `m-${orderId}`, body: JSON.stringify({ orderId }) }));
  const { payload } = await invokeOnce(compiledHandler('payments'), { Records });
  expect(JSON.parse(payload)).toEqual({ batchItemFailures: [{ itemIdentifier: 'm-9999' }] });
}, THREE_MINUTES);
