import { sam, serverless } from './included';
import { runners } from './runners';
import { solutionsConstructs } from './solutions-constructs';
import type { Step } from '../support/synthesized';

/** Apps as they were before this library, by what they are made of. */
export const APPS: { [name: string]: Step } = {
  'AWS Solutions Constructs': solutionsConstructs,
  'cdk-github-runners, cdk-sops-secrets and cdk-monitoring-constructs': runners,
  'AWS SAM': sam,
  'the Serverless Framework': serverless,
};
