import { sam, serverless } from './included';
import { runners } from './runners';
import { solutionsConstructs } from './solutions-constructs';
import type { Step } from '../support/synthesized';

/** An app as it was before this library. */
export interface Brownfield {
  /** What it is made of. */
  readonly name: string;
  readonly build: Step;
  /** The logical ids, without their hashes, that may change. */
  readonly changedIds: string[];
}

export const APPS: Brownfield[] = [
  {
    name: 'AWS Solutions Constructs',
    build: solutionsConstructs,
    changedIds: ['OrdersApiLambdaRestApiDeployment', 'PaymentsApiLambdaRestApiDeployment', 'ParcelsApiLambdaRestApiDeployment'],
  },
  { name: 'cdk-github-runners, cdk-sops-secrets and cdk-monitoring-constructs', build: runners, changedIds: [] },
  { name: 'AWS SAM', build: sam, changedIds: [] },
  { name: 'the Serverless Framework', build: serverless, changedIds: [] },
];
