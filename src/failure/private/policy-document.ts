import { isDeepStrictEqual } from 'util';
import { Stack, Token } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';

interface Identified {
  readonly Sid?: unknown;
}

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
  const json: Identified = statement.toStatementJson();
  if (statements.some((one) => !haveOtherNames(one, json) && isDeepStrictEqual(rendered(scope, one), rendered(scope, json)))) return document;
  return { Version: '2012-10-17', ...rest, Statement: [...statements, json] };
}

/** Whether two statements differ for sure. Those that a queue gets for many rules do, each with the name of one. */
function haveOtherNames(one: unknown, { Sid: name }: Identified): boolean {
  const { Sid: other } = (one ?? {}) as Identified;
  return other !== name && [other, name].every((sid) => typeof sid === 'string' && !Token.isUnresolved(sid));
}

/** Statements as they were when they came: a queue that a stack shares gets one after the other, each of which is compared with all before. */
const RENDERED = new WeakMap<object, unknown>();

function rendered(scope: IConstruct, statement: unknown): unknown {
  const isObject = typeof statement === 'object' && statement !== null;
  const known = isObject ? RENDERED.get(statement) : undefined;
  if (known !== undefined) return known;
  const found: unknown = Stack.of(scope).resolve(statement);
  if (isObject) RENDERED.set(statement, found);
  return found;
}

function isPolicyDocument(document: unknown): document is iam.PolicyDocument {
  return typeof document === 'object' && document !== null && 'addStatements' in document;
}
