import * as fc from 'fast-check';
import { answered, expected, once, proxied, TEXT, withFunction } from './failing-function';
import { DEFINITIONS } from '../api/orders-api';
import { testWithEmulator } from '../runtime-emulator';

testWithEmulator('every error of the catalogue, returned and wrapped, is answered as the catalogue says', async () => {
  await withFunction('Handler', async (fn) => {
    for (const { code } of DEFINITIONS) {
      for (const how of ['return', 'wrap']) {
        const outcome = await fn.invoke({ how, code, text: TEXT });
        expect(JSON.parse(outcome.payload)).toEqual({ errorType: code, errorMessage: `[${code}] ${TEXT}` });
        expect(answered(outcome)).toMatchObject(expected(code));
      }
    }
    const codes = fn.log.map((line) => JSON.parse(line).code);
    expect(codes).toEqual(DEFINITIONS.flatMap(({ code }) => [code, code]));
  });
});

testWithEmulator('whatever a message holds, it arrives in one piece, and chooses no other answer', async () => {
  const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '[StockBusy] ', '<b>&amp;</b>', '\r\n\u2028\u2029', '"'.repeat(50_000)));
  await withFunction('Handler', async (fn) => {
    for (const text of fc.sample(anyText, 100)) {
      const exposed = answered(await fn.invoke({ how: 'wrap', code: 'BadOrder', text }));
      expect([exposed.status, exposed.body.detail]).toEqual([400, `[BadOrder] ${text}`]);
      const hidden = answered(await fn.invoke({ how: 'wrap', code: 'OrderNotFound', text }));
      expect([hidden.status, hidden.body.detail]).toEqual([404, 'Order not found']);
    }
  });
});

testWithEmulator('a success passes as it is', async () => {
  await withFunction('Handler', async (fn) => {
    expect(answered(await fn.invoke({ how: 'succeed', text: TEXT }))).toEqual({ status: 200, headers: {}, body: { text: TEXT } });
    expect(answered(await fn.invoke({ how: 'succeed', text: '[OrderNotFound] ' }))).toMatchObject({ status: 200 });
  });
});

testWithEmulator('an unknown error, a panic, an exit and a timeout are answered without details', async () => {
  const unknown = await once('Handler', { how: 'unknown', text: TEXT });
  const panic = await once('Handler', { how: 'panic', text: TEXT });
  const exit = await once('Handler', { how: 'exit' });
  const timeout = await once('Handler', { how: 'hang' }, 1);

  expect(JSON.parse(exit.payload)).toMatchObject({ errorType: 'Runtime.ExitError', errorMessage: expect.stringContaining('exit status 3') });
  expect(JSON.parse(panic.payload).stackTrace.length).toBeGreaterThan(0);
  const answers = [unknown, panic, exit, timeout].map(answered);
  expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
    [500, 'InternalError'], [500, 'InternalError'], [502, 'ServiceFailure'], [504, 'ServiceTimeout'],
  ]);
  for (const { body } of answers) expect(JSON.stringify(body)).not.toMatch(/quotes|main\.go|exit status|timed out/);
});

testWithEmulator('without the module, a wrapped error is an unknown one: the control', async () => {
  const outcome = await once('', { how: 'wrap', code: 'OrderNotFound', text: 'x' });

  expect(JSON.parse(outcome.payload)).toEqual({ errorType: 'wrapError', errorMessage: 'outer: inner: [OrderNotFound] x' });
  expect(answered(outcome)).toMatchObject({ status: 500, body: { code: 'InternalError' } });
});

testWithEmulator('behind a proxy integration it answers the same, also in time and after a panic', async () => {
  await withFunction('APIGatewayProxy', async (fn) => {
    for (const { code } of DEFINITIONS) expect(proxied(await fn.invoke({ how: 'wrap', code, text: TEXT }))).toMatchObject(expected(code));
    expect(proxied(await fn.invoke({ how: 'panic', text: TEXT }))).toMatchObject({ status: 500, body: { code: 'InternalError' } });
    expect(JSON.parse((await fn.invoke({ how: 'succeed', text: TEXT })).payload)).toMatchObject({ statusCode: 200, body: TEXT });
  });
  expect(proxied(await once('APIGatewayProxy', { how: 'wait' }, 2))).toMatchObject({ status: 504, body: { code: 'ServiceTimeout' } });
});

testWithEmulator('a batch reports what failed, and every line of the log is JSON with a level', async () => {
  await withFunction('SQS', async (fn) => {
    const eventSourceARN = 'arn:aws:sqs:eu-west-1:111122223333:orders';
    const records = ['succeed', 'panic', 'succeed', 'unknown'].map((body, index) => ({ messageId: `${index}`, body, eventSourceARN }));
    const { payload, isError } = await fn.invoke({ Records: records });

    expect(isError).toBe(false);
    expect(JSON.parse(payload)).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }, { itemIdentifier: '3' }] });
    const lines = fn.log.map((line) => JSON.parse(line));
    expect(lines.map(({ level, itemIdentifier }) => [level, itemIdentifier])).toEqual([['ERROR', '1'], ['ERROR', '3']]);
  });
});

testWithEmulator('the environment turns injection on', async () => {
  const event = { how: 'succeed', text: 'x' };
  const outcome = await once('Handler', event, 10, { LAMBDA_ERROR_INJECTION: '{"share":1,"code":"StockBusy"}' });

  expect(answered(outcome)).toMatchObject({ status: 503, headers: { 'Retry-After': '2' }, body: { code: 'StockBusy' } });
});
