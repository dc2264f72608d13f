/**
 * Measures the checks of an app of so many mixed resources at synthesis, without CDK's report of what they find, in milliseconds of CPU time:
 * `node checks.js <library|cdk-nag> <resources> <folder of the assembly>`.
 */
import { App, Stack, Validations, type IPolicyValidationContext, type IPolicyValidationPlugin, type PolicyValidationPluginReport } from 'aws-cdk-lib';
import { RESOURCES, Service } from './service';

const WARM_RUNS = 15;
/* eslint-disable @typescript-eslint/no-require-imports */
const CHECKS: Record<string, (app: App) => IPolicyValidationPlugin> = {
  'library': () => new (require('cdk-lambda-error-handling').FailureHandlingChecks)(),
  'cdk-nag': (root) => new (require('cdk-nag').ServerlessChecks)(root),
};
const [side, resources, outdir] = process.argv.slice(2);
const app = new App({ outdir });
for (let i = 0; i < Number(resources) / RESOURCES; i++) new Service(new Stack(app, `Stack${i}`), 'Service');

/** Runs the checks of another plugin, and keeps how long they took instead of what they found. */
class Timed implements IPolicyValidationPlugin {
  public readonly name = 'timed';
  public figures?: { readonly first: number; readonly warm: number; readonly findings: number };

  constructor(private readonly checks: IPolicyValidationPlugin) {}

  public validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const [first, { violations }] = timed(() => this.checks.validate(context));
    const again = Array.from({ length: WARM_RUNS }, () => timed(() => this.checks.validate(context))[0]);
    const findings = violations.reduce((sum, { violatingResources }) => sum + violatingResources.length, 0);
    this.figures = { first, warm: Math.min(...again), findings };
    return { success: true, violations: [] };
  }
}

function timed<T>(run: () => T): [cpu: number, result: T] {
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1_000, result];
}

// The modules of aws-cdk-lib that an app needs itself are loaded by now.
const [loading, checks] = timed(() => CHECKS[side](app));
const plugin = new Timed(checks);
Validations.of(app).addPlugins(plugin);
app.synth();
process.stdout.write(JSON.stringify({ loading, ...plugin.figures, rules: checks.ruleIds?.length }));
