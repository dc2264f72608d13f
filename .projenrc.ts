import { awscdk, javascript } from 'projen';
import { guardApi } from './projenrc/api';
import { addBenchmark } from './projenrc/benchmarks';
import { addDemo } from './projenrc/demo';
import { generateErrorDocs } from './projenrc/error-docs';
import { generateFactsDocs } from './projenrc/facts-docs';
import { generateFaq } from './projenrc/faq-docs';
import { generateFunctionSettings } from './projenrc/function-settings';
import { configureLint } from './projenrc/lint';
import { generateMetricsDocs } from './projenrc/metrics-docs';
import { addMutation } from './projenrc/mutation';
import { OTHER_LIBRARIES, OVERRIDES } from './projenrc/other-libraries';
import { RELEASE, configurePackages } from './projenrc/release';
import { generateRuleDocs } from './projenrc/rule-docs';
import { FLOOR } from './projenrc/supported-versions';
import { configureTests } from './projenrc/tests';
import { generateVersionDocs } from './projenrc/versions-docs';

const REPOSITORY = 'github.com/cdk-lambda-error-handling/cdk-lambda-error-handling';

const project = new awscdk.AwsCdkConstructLibrary({
  // Project
  name: 'cdk-lambda-error-handling',
  description: 'Every AWS Lambda error has somewhere to go, someone who hears of it, an answer for the caller, and a test that proves it.',
  author: 'The cdk-lambda-error-handling authors',
  authorAddress: 'cdk-lambda-error-handling@users.noreply.github.com',
  authorOrganization: true,
  repositoryUrl: `https://${REPOSITORY}.git`,
  license: 'Apache-2.0',
  homepage: `https://${REPOSITORY}`,
  bugsUrl: `https://${REPOSITORY}/issues`,
  keywords: [
    'aws', 'cdk', 'awscdk', 'aws-cdk', 'lambda', 'serverless', 'error-handling', 'retry', 'dead-letter-queue', 'sqs', 'step-functions', 'alarms',
    'monitoring', 'x-ray', 'api-gateway', 'golang', 'testing',
  ],
  defaultReleaseBranch: 'main',

  // Versions
  cdkVersion: FLOOR.awsCdkLib,
  constructsVersion: FLOOR.constructs,
  minNodeVersion: FLOOR.node,
  jsiiVersion: '~6.0.0',
  typescriptVersion: '~6.0.0',

  // Languages besides npm
  publishToPypi: { distName: 'cdk-lambda-error-handling', module: 'cdk_lambda_error_handling', trustedPublishing: true, attestations: true },
  publishToMaven: {
    javaPackage: 'io.github.cdklambdaerrorhandling',
    mavenGroupId: 'io.github.cdk-lambda-error-handling',
    mavenArtifactId: 'cdk-lambda-error-handling',
  },
  publishToNuget: { dotNetNamespace: 'CdkLambdaErrorHandling', packageId: 'CdkLambdaErrorHandling', trustedPublishing: true },
  publishToGo: { moduleName: `${REPOSITORY}-go`, packageName: 'cdklambdaerrorhandling' },

  // Release
  ...RELEASE,

  // Tooling
  projenrcTs: true,
  packageManager: javascript.NodePackageManager.NPM,
  tsconfigDevFile: 'tsconfig.dev.json',
  jestOptions: { updateSnapshot: javascript.UpdateSnapshot.NEVER, junitReporting: false },
  depsUpgrade: false,
  npmignoreEnabled: false, // package.json lists what is packed
  devDeps: [
    ...OTHER_LIBRARIES,
    '@cloud-copilot/iam-simulate@^0.1.173',
    '@mrgrain/jsii-struct-builder@^0.7.64',
    'aws-cdk@~2.1148.1', // 3.0.0 was published by accident and reads only old cloud assemblies: aws/aws-cdk#38113
    'fast-check@^4',
    'tsconfig-paths@^4',
    'cdk-nag@3.0.2',
    'playwright-core@^1.65.1',
  ],
  bundledDeps: ['velocityjs@^2', 'yaml@^2'],
  bin: { 'lambda-errors': 'lib/cli/bin.js' },
});

// npm writes an incomplete lockfile with unrs-resolver 1.13.0, because its optional bindings exist only at 1.12.2.
project.package.addField('overrides', { 'unrs-resolver': '1.12.2', ...OVERRIDES });
// The lockfile names no registry, so that it works with any.
project.npmrc.addConfig('omit-lockfile-registry-resolved', 'true');
project.npmrc.addConfig('audit', 'false');
project.npmrc.addConfig('fund', 'false');

configureTests(project);
configureLint(project);
guardApi(project);
configurePackages(project);
addDemo(project);
addBenchmark(project);
addMutation(project);
generateFunctionSettings(project);
generateErrorDocs(project);
generateFactsDocs(project);
generateMetricsDocs(project);
generateFaq(project);
generateRuleDocs(project);
generateVersionDocs(project);

project.synth();
