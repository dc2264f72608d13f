import { Token } from 'aws-cdk-lib';

/** Whether two accounts or regions are known to be different. */
export function differ(one: string, other: string | undefined): boolean {
  return other !== undefined && !Token.isUnresolved(one) && !Token.isUnresolved(other) && one !== other;
}
