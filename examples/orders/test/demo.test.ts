import { spawnSync } from 'child_process';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';

const REPOSITORY = path.join(__dirname, '..', '..', '..');
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'orders-demo-'));
afterAll(() => fs.rmSync(scratch, { recursive: true }));

/** Runs the demo as `npm run demo` does, where there is neither Go nor Docker. */
function demoWithoutTools(): { status: number | null; output: string } {
  const tsNode = [require.resolve('ts-node/dist/bin'), '--transpile-only', '-P', 'tsconfig.dev.json', '-r', 'tsconfig-paths/register'];
  const { status, stdout } = spawnSync(process.execPath, [...tsNode, 'examples/orders/demo.ts', path.join(scratch, 'cdk.out')], {
    cwd: REPOSITORY,
    encoding: 'utf8',
    env: { ...process.env, PATH: scratch, CDK_DOCKER: 'no-docker-here', CDK_VALIDATION: 'true' },
  });
  return { status, output: stdout.replace(/ to .*cdk\.out/, ' to cdk.out') };
}

test('without Go and Docker, the demo says what happens to what fails, and that this can not be deployed', () => {
  const { status, output } = demoWithoutTools();
  expect(output).toMatchInlineSnapshot(`
"ApiHandler
  called by  POST /orders, GET /orders/{id}
  answers    404 OrderNotFound, 409 OutOfStock, 422 InvalidOrder, 500 any other error, 502 crash, 503 StockBusy, 504 timeout
  retried    2 times within 6 hours, when called asynchronously
  kept in    Failures
  alarms on  20 errors in 5 minutes, throttling, failures that could not be kept, events given up
  heard by   on-call@example.com

Cleanup
  called by  rule EveryNight, cron(0 3 * * ? *)
  retried    2 times within 6 hours, when called asynchronously
  kept in    Failures
  alarms on  any error, throttling, failures that could not be kept, events given up
  heard by   on-call@example.com

Payments
  called by  queue PaymentReceived
  retried    2 times within 6 hours, when called asynchronously
  kept in    Failures
  alarms on  any error, throttling, failures that could not be kept, events given up
  heard by   on-call@example.com

Notify
  called by  topic OrderChanged
  retried    2 times within 6 hours, when called asynchronously
  kept in    Notify/FailureQueue
  alarms on  any error, throttling, failures that could not be kept, events given up
  heard by   on-call@example.com

Api/Api (API)
  alarms on  5 % answers of 500 and above, answers after 23.2 seconds
  heard by   on-call@example.com

Failures (queue)
  kept for   14 days
  alarms on  anything in it, anything older than 7 days
  heard by   on-call@example.com

PaymentReceived (queue)
  kept for   4 days
  then in    Failures, after 5 tries

Notify/FailureQueue (queue)
  kept for   14 days
  alarms on  anything in it, anything older than 7 days
  heard by   on-call@example.com

Synthesized to cdk.out, without a finding of CDK's validation.
Neither Go nor Docker is here: the functions are not compiled, so this output can not be deployed.
"
`);
  expect(status).toBe(0);
}, 120_000);
