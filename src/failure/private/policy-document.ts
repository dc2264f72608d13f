import { isDeepStrictEqual } from 'util';
import { Stack, Token } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';

/** A policy document with a statement more, unless it has it. `undefined` if only the deployment knows what it says. */
export function addStatement(scope: IConstruct, document: unknown, statement: iam.PolicyStatement): unknown {
  if (isPolicyDocument(document)) {
    document.addStatements(statement); // which drops what it has
    return document;
  }
  if (Token.isUnresolved(document) || typeof document !== 'object' || document === null) return undefined;
  const { Statement: given, ...rest } = document as { Statement?: unknown };
  if (Token.isUnresolved(given)) return undefined;
  const statements: unknown[] = given === undefined ? [] : Array.isArray(given) ? given : [given];
  const json = statement.toStatementJson();
  const [added, ...rendered] = Stack.of(scope).resolve([json, ...statements]);
  if (rendered.some((one: unknown) => isDeepStrictEqual(one, added))) return document;
  return { Version: '2012-10-17', ...rest, Statement: [...statements, json] };
}

function isPolicyDocument(document: unknown): document is iam.PolicyDocument {
  return typeof document === 'object' && document !== null && 'addStatements' in document;
}
