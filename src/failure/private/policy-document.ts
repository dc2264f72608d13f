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
  const json: unknown = statement.toStatementJson();
  const similar = statements.filter((one) => !differForSure(one, json));
  const [added, ...rendered]: unknown[] = similar.length > 0 ? Stack.of(scope).resolve([json, ...similar]) : [];
  if (rendered.some((one) => isDeepStrictEqual(one, added))) return document;
  return { Version: '2012-10-17', ...rest, Statement: [...statements, json] };
}

/** Whether statements differ, told without rendering what they refer to. Those that a queue gets for many rules do, as each has the name of one. */
function differForSure(one: unknown, other: unknown): boolean {
  const [texts, others] = [one, other].map(literalsOf);
  return texts.some((text, index) => text !== undefined && others[index] !== undefined && text !== others[index]);
}

function literalsOf(statement: unknown): (string | undefined)[] {
  const { Sid, Action } = (statement ?? {}) as Record<string, unknown>;
  return [Sid, Action].map((text) => (typeof text === 'string' && !Token.isUnresolved(text) ? text : undefined));
}

function isPolicyDocument(document: unknown): document is iam.PolicyDocument {
  return typeof document === 'object' && document !== null && 'addStatements' in document;
}
