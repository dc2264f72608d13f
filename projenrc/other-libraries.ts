/**
 * Other people's constructs with which `test/brownfield` makes the stacks that we are added to: 43 MB in all. Pinned, as their next
 * release may make other resources; the pins fit the oldest and the newest CDK we support.
 */
const PINNED = {
  '@aws-solutions-constructs/aws-apigateway-lambda': '2.104.0',
  '@aws-solutions-constructs/aws-dynamodbstreams-lambda': '2.101.0',
  '@aws-solutions-constructs/aws-eventbridge-lambda': '2.103.0',
  '@aws-solutions-constructs/aws-sns-lambda': '2.103.0',
  '@aws-solutions-constructs/aws-sqs-lambda': '2.104.0',
  '@cloudsnorkel/cdk-github-runners': '0.14.13',
  'cdk-monitoring-constructs': '10.2.0',
  'cdk-sops-secrets': '1.16.13', // brings a function in Go, compiled
};

/** What `benchmarks/` measures beside, of which no release is for our oldest CDK: this is the last one before it. And what starts the apps that `cdk init` makes. */
const MEASURED = { '@aws-cdk/aws-lambda-go-alpha': '2.258.0-alpha.0', 'tsx': '^4.23.0' };

export const OTHER_LIBRARIES = Object.entries({ ...PINNED, ...MEASURED }).map(([name, version]) => `${name}@${version}`);

export const OVERRIDES = {
  // Each pattern of AWS Solutions Constructs wants its own version of their core, and not every pattern has every version.
  '@aws-solutions-constructs/core': '2.104.0',
  // It asks for constructs 10.5.1, and works with our oldest.
  'cdk-nag': { constructs: '$constructs' },
};
