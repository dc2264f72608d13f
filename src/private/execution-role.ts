import { Fn, Names, Stack, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { DependencyGroup } from 'constructs';
import type { WarningId } from './ids';
import { isImmutable, ownerOf, referenceTarget, resourceWithLogicalId } from './owner';
import { settingOf } from './settings';
import { warn } from './warnings';

// Lambda checks the role when it makes the function or its settings, so the policies must be there first.

/** The policy that holds what a function's code may do, when its role is not an L2. */
const POLICY_ID = 'ExecutionPolicy';

/**
 * Who a function's code runs as: grants to it land on its role wherever that role is. Never throws. On a role that can't be changed from
 * here, each statement that is missing is an id'd warning instead.
 */
export function executionRoleOf(fn: lambda.CfnFunction): iam.IGrantable {
  const arn = settingOf(fn, 'Role');
  const role = constructOf(fn, arn);
  if (role && isImmutable(role)) return new Unchanged(fn, Token.asString(arn), 'ExecutionRole.immutable');
  if (role && !isInOtherStack(role, fn)) {
    fn.node.addDependency(role);
    return role;
  }
  const name = role?.roleName ?? nameOf(fn, arn);
  return name === undefined
    ? new Unchanged(fn, Token.asString(arn), 'ExecutionRole.outOfReach')
    : new RoleByName(fn, Token.asString(arn), name);
}

/** The L2 role, whether the function is an L2 or not. */
function constructOf(fn: lambda.CfnFunction, arn: unknown): iam.IRole | undefined {
  const role = (ownerOf(fn) as Partial<lambda.IFunction> | undefined)?.role;
  if (role && role.roleArn === arn) return role;
  const resource = referenceTarget(arn);
  const owner = iam.CfnRole.isCfnRole(resource) ? ownerOf(resource) : undefined;
  return owner && 'grantPrincipal' in owner ? owner as iam.IRole : undefined;
}

// A policy beside that role would refer to things near the function, whose stack refers to the role: a cycle.
function isInOtherStack(role: iam.IRole, fn: lambda.CfnFunction): boolean {
  return iam.CfnRole.isCfnRole(role.node.defaultChild) && role.stack !== Stack.of(fn);
}

/** The name of a role of which we know the L1 or the ARN. */
function nameOf(fn: lambda.CfnFunction, arn: unknown): string | undefined {
  const resource = referenceTarget(arn);
  if (resource) return iam.CfnRole.isCfnRole(resource) ? resource.ref : undefined;
  const rendered = Stack.of(fn).resolve(arn);
  if (typeof rendered === 'string') return nameIn(rendered);
  const [key, value] = Object.entries<any>(rendered ?? {})[0] ?? [];
  if (key === 'Fn::Join') return nameInJoin(value);
  if (key === 'Fn::Sub' && typeof value === 'string') return nameIn(value);
  if (key === 'Fn::GetAtt') return nameByAttribute(fn, typeof value === 'string' ? value.split('.') : value);
  return undefined;
}

/** The part after the last slash: what is before it is the role's path, which is not part of its name. */
function nameIn(arn: string): string | undefined {
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  return arn.includes(':role/') && name !== '' && !name.includes('${') ? name : undefined;
}

function nameInJoin([delimiter, parts]: [string, unknown[]]): string | undefined {
  const last = parts[parts.length - 1];
  const literal = parts.filter((part) => typeof part === 'string').join('');
  if (delimiter !== '' || !literal.includes(':role/')) return undefined;
  if (typeof last === 'string') return last.includes('/') ? nameIn(literal) : undefined;
  const before = parts[parts.length - 2];
  return typeof before === 'string' && before.endsWith('/') ? Token.asString(last) : undefined;
}

function nameByAttribute(fn: lambda.CfnFunction, [logicalId, attribute]: string[]): string | undefined {
  const resource = attribute === 'Arn' ? resourceWithLogicalId(Stack.of(fn), logicalId) : undefined;
  return iam.CfnRole.isCfnRole(resource) ? Fn.ref(logicalId) : undefined;
}

/** A role known by name: its statements go into one policy below the function. */
class RoleByName extends iam.ArnPrincipal {
  public readonly principalAccount: string;

  constructor(private readonly fn: lambda.CfnFunction, roleArn: string, private readonly roleName: string) {
    super(roleArn);
    this.principalAccount = Stack.of(fn).account;
  }

  public addToPrincipalPolicy(statement: iam.PolicyStatement): iam.AddToPrincipalPolicyResult {
    const policy = this.policy();
    (policy.policyDocument as iam.PolicyDocument).addStatements(statement);
    return { statementAdded: true, policyDependable: policy };
  }

  private policy(): iam.CfnPolicy {
    const existing = this.fn.node.tryFindChild(POLICY_ID);
    if (existing) return existing as iam.CfnPolicy;
    const policy = new iam.CfnPolicy(this.fn, POLICY_ID, {
      policyName: Names.uniqueResourceName(this.fn, { maxLength: 128 }),
      policyDocument: new iam.PolicyDocument(),
      roles: [this.roleName],
    });
    this.fn.addResourceDependency(policy);
    return policy;
  }
}

/** A role that can't be changed from here: each statement becomes a warning. */
class Unchanged extends iam.ArnPrincipal {
  public readonly principalAccount: string;

  constructor(private readonly fn: lambda.CfnFunction, roleArn: string, private readonly warning: WarningId) {
    super(roleArn);
    this.principalAccount = Stack.of(fn).account;
  }

  public addToPrincipalPolicy(statement: iam.PolicyStatement): iam.AddToPrincipalPolicyResult {
    const json = JSON.stringify(Stack.of(this.fn).resolve(statement.toStatementJson()));
    warn(this.fn, this.warning, `The execution role of this function can't be changed from here. Add this statement to it: ${json}`);
    return { statementAdded: true, policyDependable: new DependencyGroup() };
  }
}
