import { mkdtempSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App } from 'aws-cdk-lib';
import type { AppProps, StageSynthesisOptions } from 'aws-cdk-lib';
import type * as cx_api from 'aws-cdk-lib/cx-api';

/** How strictly CDK's own validation of CloudFormation templates judges an app. */
export enum TemplateValidation {
  /** Templates are not validated: the fastest. */
  OFF = 'OFF',
  /** Errors fail the synthesis, with the findings in the message. */
  ERRORS = 'ERRORS',
  /** Errors and warnings fail the synthesis, with the findings in the message. A wrong enum value is only a warning. */
  STRICT = 'STRICT',
}

/** Properties of `StableApp`: those of `App`, with other defaults. */
export interface StableAppProps extends AppProps {
  /**
   * How strictly CDK's own validation judges the templates. Validating takes one to two seconds once per process.
   *
   * @default TemplateValidation.OFF
   */
  readonly validation?: TemplateValidation;
}

/** Nothing is built, nothing of the machine gets into the template, and a finding is told in the error. */
const FIXED = {
  'aws:cdk:bundling-stacks': [],
  'aws:cdk:enable-asset-metadata': false,
  'aws:cdk:enable-path-metadata': false,
  '@aws-cdk/core:appMode': 'inmemory',
};

/**
 * An app for unit tests: no asset is bundled, so that neither Go nor Docker is needed, and the templates are the same on every
 * machine, whatever the environment of the process says. Explicit properties and context win over its defaults.
 */
export class StableApp extends App {
  private readonly validation: TemplateValidation;

  constructor(props: StableAppProps = {}) {
    const validation = props.validation ?? TemplateValidation.OFF;
    super({
      outdir: mkdtempSync(join(tmpdir(), 'stable-app-')),
      autoSynth: false,
      analyticsReporting: false,
      performanceReporting: false,
      stackTraces: false,
      treeMetadata: false,
      ...props,
      postCliContext: { ...FIXED, ...flagsOf(validation), ...props.context, ...props.postCliContext },
    });
    this.validation = validation;
  }

  /**
   * Synthesizes the app, validated as `validation` says.
   *
   * @param options as for `App.synth()`
   */
  public synth(options?: StageSynthesisOptions): cx_api.CloudAssembly {
    // CDK offers no other switch than this variable.
    const before = process.env.CDK_VALIDATION;
    process.env.CDK_VALIDATION = String(this.validation !== TemplateValidation.OFF);
    try {
      return super.synth(options);
    } finally {
      if (before === undefined) {
        delete process.env.CDK_VALIDATION;
      } else {
        process.env.CDK_VALIDATION = before;
      }
    }
  }
}

function flagsOf(validation: TemplateValidation): { [flag: string]: boolean } {
  return {
    '@aws-cdk/core:validateAgainstDefaultRules': validation !== TemplateValidation.OFF,
    '@aws-cdk/core:strictCfnValidateErrors': validation === TemplateValidation.STRICT,
  };
}
