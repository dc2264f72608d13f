import { answered, once, responses, TEXT, withFunction } from './failing-function';
import { REQUEST_ID } from '../api/api-gateway-evaluator';
import { DEFINITIONS } from '../api/orders-api';
import { testWithVelocity } from '../api/velocity/gateway';
import { missingForEmulator, testWithEmulator, type Outcome } from '../runtime-emulator';

/** One outcome of each kind. */
async function outcomes(): Promise<Outcome[]> {
  const reported = await withFunction('Handler', async (fn) => {
    const all: Outcome[] = [];
    for (const { code } of DEFINITIONS) all.push(await fn.invoke({ how: 'wrap', code, text: TEXT }));
    return [...all, await fn.invoke({ how: 'succeed', text: TEXT }), await fn.invoke({ how: 'unknown', text: TEXT })];
  });
  return [...reported, await once('Handler', { how: 'panic', text: TEXT }), await once('Handler', { how: 'exit' }), await once('Handler', { how: 'hang' }, 1)];
}

const NAME = 'what Go handlers tell is answered alike by Java\'s regular expressions, both versions of Apache Velocity, and the evaluator of the tests';

if (missingForEmulator() === undefined) {
  testWithVelocity(NAME, async (run) => {
    const all = await outcomes();
    const sets = [responses.map(({ SelectionPattern, ResponseTemplates }) => ({ pattern: SelectionPattern, template: ResponseTemplates!['application/json'] }))];
    const results = run(sets, all.map(({ payload, isError }) => ({
      set: 0, message: isError ? JSON.parse(payload).errorMessage : '', body: payload, context: { requestId: REQUEST_ID }, params: {}, stageVariables: {},
    })));

    for (const [index, { matching, chosen, rendered: [old, recent] }] of results.entries()) {
      const { status, body, headers } = answered(all[index]);
      expect(matching).toHaveLength(all[index].isError ? 1 : 0);
      expect(recent).toEqual(old);
      expect(old.override.status ?? Number(responses[chosen].StatusCode)).toBe(status);
      expect(JSON.parse(old.body)).toEqual(body);
      expect(headers).toMatchObject(old.override.header);
    }
    expect(results).toHaveLength(DEFINITIONS.length + 5);
  });
} else {
  testWithEmulator(NAME, async () => {});
}
