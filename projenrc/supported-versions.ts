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
