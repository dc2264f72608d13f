import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import type { App } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { testWith } from '../../../test/support';
import { ordersApp } from '../app';
import { ordersTemplate } from './support/synthesized';

const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'orders-'));
afterAll(() => fs.rmSync(outdir, { recursive: true }));

/** The app as `demo.ts` and the CDK CLI make it, but for the compiling. */
function uncompiledApp(): App {
  return ordersApp({ outdir: path.join(outdir, 'uncompiled'), context: { 'aws:cdk:bundling-stacks': [] } });
}

test('the template is the one that was reviewed', () => {
  expect(ordersTemplate()).toMatchSnapshot();
});

describe("CDK's built-in validation, with both strict flags", () => {
  beforeEach(() => { process.env.CDK_VALIDATION = 'true'; });
  afterEach(() => { process.env.CDK_VALIDATION = 'false'; });

  test('finds nothing', () => {
    const assembly = uncompiledApp().synth();
    const report = JSON.parse(fs.readFileSync(path.join(assembly.directory, 'validation-report.json'), 'utf8'));
    expect(report.pluginReports).toEqual([]);
    expect(assembly.stacks.flatMap(({ messages }) => messages)).toEqual([]);
  });

  test('would find what is only a warning', () => {
    const app = uncompiledApp();
    new cloudwatch.CfnAlarm(app.node.findChild('Orders'), 'Misspelt', {
      comparisonOperator: 'GreaterThanThreshold',
      evaluationPeriods: 1,
      treatMissingData: 'notbreaching',
    });
    expect(() => app.synth()).toThrow('notbreaching');
  });
});

const EM_AARCH64 = 183;

testWith('go', 'every function is deployed as a program for its architecture', () => {
  const assembly = ordersApp({ outdir: path.join(outdir, 'compiled') }).synth();
  const programs = fs.readdirSync(assembly.directory, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(programs).toHaveLength(4);
  for (const { name } of programs) {
    const bootstrap = path.join(assembly.directory, name, 'bootstrap');
    const header = fs.readFileSync(bootstrap).subarray(0, 20);
    expect(header.subarray(0, 4).toString('latin1')).toBe('\x7fELF');
    expect(header.readUInt16LE(18)).toBe(EM_AARCH64);
    expect(() => fs.accessSync(bootstrap, fs.constants.X_OK)).not.toThrow();
  }
}, 180_000);
