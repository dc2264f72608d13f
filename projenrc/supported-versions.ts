/**
 * The oldest versions we support, compile against and test with by default.
 *
 * - aws-cdk-lib 2.262.2 is the first good release with the stable `IPolicyValidationPlugin` (`stackTemplates`) and the
 *   built-in CloudFormation validation; core Mixins, `Shims`, `Validations.addWarning` and the `I…Ref` interfaces came before.
 * - constructs 10.5.0 is the first with `IConstruct.with()`.
 * - Node.js 20 is the oldest that aws-cdk-lib itself accepts.
 */
export const FLOOR = {
  awsCdkLib: '2.262.2',
  constructs: '10.5.0',
  node: '20.0.0',
};

/** The newest versions the test suite runs with, beside the floor. */
export const NEWEST = {
  awsCdkLib: '2.276.0',
  constructs: '10.8.1',
};

/** Every Node.js that is supported: `.ci/run` tests with each of them. */
export const NODE_VERSIONS = ['20', '22', '24'];

/** What the packages for other languages ask for: jsii-pacmak decides it. */
export const LANGUAGES = [
  { language: 'TypeScript, JavaScript', asksFor: `Node.js ${NODE_VERSIONS.join(', ')}` },
  { language: 'Python', asksFor: '3.10' },
  { language: 'Java', asksFor: '8' },
  { language: '.NET', asksFor: '6.0' },
  { language: 'Go', asksFor: '1.25' },
];

/** The oldest Go that compiles the Go module for functions. */
export const GO_MODULE = '1.22';
