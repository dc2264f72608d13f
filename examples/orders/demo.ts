import * as path from 'path';
import type { App } from 'aws-cdk-lib';
import { ordersApp } from './app';
import { describe } from './describe';

const OUTPUT = process.argv[2] ?? path.join(__dirname, 'cdk.out');

/** Makes CDK leave the code of every stack as it is. */
const WITHOUT_BUILDING = { 'aws:cdk:bundling-stacks': [] };

const { app, built } = synthesized();
console.log(`${describe(app)}\n`);
console.log(`Synthesized to ${path.relative('.', OUTPUT)}, without a finding of CDK's validation.`);
console.log(built
  ? 'Deploy with: cd examples/orders && npx cdk deploy'
  : 'Neither Go nor Docker is here: the functions are not compiled, so this output can not be deployed.');

function synthesized(): { app: App; built: boolean } {
  try {
    return { app: synthesize(), built: true };
  } catch (error) {
    if ((error as Error).name !== 'GoToolchainNotFound') throw error;
    return { app: synthesize(WITHOUT_BUILDING), built: false };
  }
}

function synthesize(context: Record<string, unknown> = {}): App {
  // As the CDK command line does: reports then name constructs.
  const app_ = ordersApp({ outdir: OUTPUT, context: { 'aws:cdk:enable-path-metadata': true, ...context } });
  app_.synth();
  return app_;
}
