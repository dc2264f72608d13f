import { Fn, Token } from 'aws-cdk-lib';

/** The name, and the qualifier if there is one, in a function name, partial ARN or ARN. */
const NAME = /^(?:(?:arn:[^:]*:lambda:[^:]*:)?[^:]*:function:)?([^:]+)(?::([^:]+))?$/;

/** Where the name is between the colons of `arn:aws:lambda:region:account:function:name:qualifier`. */
const NAME_IN_ARN = 6;

/** The name in a function name, partial ARN or ARN that is spelled out, with or without a qualifier. */
export function functionNameIn(text: string): string {
  return NAME.exec(text)?.[1] ?? text;
}

/** The qualifier in a function name or ARN that is spelled out. */
export function qualifierIn(text: string): string | undefined {
  return Token.isUnresolved(text) ? undefined : NAME.exec(text)?.[2];
}

/** The name in the ARN of a function, which may be a token. */
export function functionNameOfArn(arn: string): string {
  return Token.isUnresolved(arn) ? Fn.select(NAME_IN_ARN, Fn.split(':', arn)) : functionNameIn(arn);
}
