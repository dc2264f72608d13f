/**
 * Measures the checks of an app of so many mixed resources at synthesis, without CDK's report of what they find:
 * `node checks.js <library|cdk-nag> <resources> <folder of the assembly>`.
 */
import { App, Stack, Validations, type IPolicyValidationContext, type IPolicyValidationPlugin, type PolicyValidationPluginReport } from 'aws-cdk-lib';
import { ServerlessChecks } from 'cdk-nag';
import { RESOURCES, Service } from './service';
import { FailureHandlingChecks } from 'cdk-lambda-error-handling';

const CHECKS: Record<string, (app: App) => IPolicyValidationPlugin> = {
  'library': () => new FailureHandlingChecks(),
  'cdk-nag': (app) => new ServerlessChecks(app),
};
const [side, resources, outdir] = process.argv.slice(2);

/** Runs the checks of another plugin, and keeps how long they took instead of what they found. */
class Timed implements IPolicyValidationPlugin {
  public readonly name = 'timed';
  public total = 0;
  public cpu = 0;
  public findings = 0;

  constructor(private readonly checks: IPolicyValidationPlugin) {}

  public validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const cpu = process.cpuUsage();
    const start = performance.now();
    const { violations } = this.checks.validate(context);
    this.total += performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    this.cpu += (user + system) / 1_000;
    this.findings += violations.reduce((sum, { violatingResources }) => sum + violatingResources.length, 0);
    return { success: true, violations: [] };
  }
}

const app = new App({ outdir });
for (let i = 0; i < Number(resources) / RESOURCES; i++) new Service(new Stack(app, `Stack${i}`), 'Service');
const checks = CHECKS[side](app);
const timed = new Timed(checks);
Validations.of(app).addPlugins(timed);
app.synth();
process.stdout.write(JSON.stringify({ total: timed.total, cpu: timed.cpu, findings: timed.findings, rules: checks.ruleIds?.length }));
