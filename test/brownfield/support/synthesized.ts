import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App, CloudFormationValidatePlugin } from 'aws-cdk-lib';
import type { Template } from './template';

// Other people's packages use what is deprecated, and tell what they override: no news here.
process.env.JSII_DEPRECATED ??= 'quiet';
process.env.overrideWarningsEnabled ??= 'false';

/** An app as the CDK CLI starts it, but that assets stay where they are. */
const CONTEXT = { 'aws:cdk:enable-path-metadata': true, 'aws:cdk:disable-asset-staging': true };

/** The templates of an app, those of nested stacks among them, by the names of their files. */
export type Templates = { [file: string]: string };

/** What somebody does to an app before it is synthesized. */
export type Step = (app: App) => void;

/** Uses an app, which is removed from the disk afterwards. */
export function withApp<T>(use: (app: App) => T, context: Record<string, unknown> = {}): T {
  const outdir = mkdtempSync(join(tmpdir(), 'brownfield-'));
  try {
    const app = new App({ outdir, analyticsReporting: false, treeMetadata: false, postCliContext: { ...CONTEXT, ...context } });
    return use(app);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** Synthesizes an app, anew if it was before. */
export function templatesOf(app: App): Templates {
  const { directory } = app.synth({ force: true });
  const files = readdirSync(directory).filter((file) => file.endsWith('.template.json'));
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(directory, file), 'utf8')]));
}

export function parsed(templates: Templates): { [file: string]: Template } {
  return Object.fromEntries(Object.entries(templates).map(([file, text]) => [file, JSON.parse(text)]));
}

let validator: CloudFormationValidatePlugin | undefined;

/** What CDK's own validation, warnings included, finds in the templates of an app: rules and places. */
export function findingsIn(app: App): string[] {
  const { directory } = app.synth();
  const stackTemplates = readdirSync(directory).filter((file) => file.endsWith('.template.json'))
    // Older releases of CDK know neither account nor region of a stack, newer ones require both.
    .map((file) => ({ templatePath: join(directory, file), stackConstructPath: file, accountId: undefined, region: undefined }));
  validator ??= new CloudFormationValidatePlugin();
  const { violations } = validator.validate({
    templatePaths: stackTemplates.map(({ templatePath }) => templatePath), stackTemplates, appConstruct: app, accountId: undefined, region: undefined,
  });
  return violations.flatMap(({ ruleName, violatingResources }) => violatingResources.map(({ resourceLogicalId, locations }) =>
    `${ruleName} ${resourceLogicalId} ${locations.join()}`));
}
