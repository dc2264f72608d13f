import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { type App, Validations } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { ordersApp } from '../app';
import { FailureHandlingChecks } from 'cdk-lambda-error-handling';

const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'orders-rules-'));
afterAll(() => fs.rmSync(outdir, { recursive: true }));

/** What the checks have to say about the example, and something else in its stack. */
function findings(name: string, plugins: Parameters<Validations['addPlugins']>, change: (app: App) => unknown = () => undefined): unknown {
  const app = ordersApp({ outdir: path.join(outdir, name), context: { 'aws:cdk:bundling-stacks': [] } });
  change(app);
  Validations.of(app).addPlugins(...plugins);
  try {
    app.synth();
  } catch {
    // The report says it all.
  }
  const { pluginReports } = JSON.parse(fs.readFileSync(path.join(outdir, name, 'validation-report.json'), 'utf8'));
  return pluginReports.flatMap(({ violations }: any) => violations.flatMap(({ ruleName, violatingConstructs }: any) => violatingConstructs.map(({ constructPath }: any) => `${ruleName} ${constructPath}`)));
}

const addQueue = (app: App) => new sqs.Queue(app.node.findChild('Orders'), 'Plain');

beforeAll(() => { jest.spyOn(console, 'error').mockImplementation(); });

test('our own rules find nothing', () => {
  expect(findings('own', [new FailureHandlingChecks()])).toEqual([]);
});

test('cdk-nag finds nothing', () => {
  expect(findings('nag', [new AwsSolutionsChecks(), new ServerlessChecks()])).toEqual([]);
});

test('cdk-nag would find a queue that is like none of ours', () => {
  expect(findings('nag-more', [new AwsSolutionsChecks(), new ServerlessChecks()], addQueue)).toEqual(expect.arrayContaining([
    'AwsSolutions-SQS3 Orders/Plain/Resource', 'AwsSolutions-SQS4 Orders/Plain/Resource', 'Serverless-SQSRedrivePolicy Orders/Plain/Resource',
  ]));
});
