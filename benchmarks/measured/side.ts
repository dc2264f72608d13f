import type { Stack } from 'aws-cdk-lib';
import type { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Code } from 'aws-cdk-lib/aws-lambda';

/** One way to get the same functions into a stack. */
export interface Side {
  /** Makes one function. */
  makeFunction(stack: Stack, id: string, code: Code, onCall: SnsAction): void;
  /** Called once per stack, before its functions. */
  prepare(stack: Stack, onCall: SnsAction): void;
}
