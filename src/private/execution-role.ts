import { Fn, Names, Stack, Token, type CfnResource } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { DependencyGroup, type IConstruct } from 'constructs';
import { existOnlyWith } from './condition';
import type { WarningId } from './ids';
import { isImmutable, ownerOf, referenceTarget, resourceWithLogicalId } from './owner';
import { settingOf } from './settings';
import { warn } from './warnings';

// A service checks the role when it makes the resource or its settings, so the policies must be there first.

/** The policy that holds what a resource may do, when its role is not an L2. */
const POLICY_ID = 'ExecutionPolicy';

/**
 * Who a function's code (or another resource with a role) runs as: grants to it land on its role wherever that role is. Never throws. On a
 * role that can't be changed from here, each statement that is missing is an id'd warning instead.
 *
 * @param path the property that holds the ARN of the role, `Role` unless given
 */
export function executionRoleOf(resource: CfnResource, ...path: string[]): iam.IGrantable {
  const arn = settingOf(resource, ...(path.length > 0 ? path : ['Role']));
  const role = constructOf(resource, arn);
  if (role && isImmutable(role)) return new Unchanged(resource, Token.asString(arn), 'ExecutionRole.immutable');
  if (role && !isInOtherStack(role, resource)) {
    resource.node.addDependency(role);
    return role;
  }
  const name = role?.roleName ?? nameOf(resource, arn);
  return name === undefined
    ? new Unchanged(resource, Token.asString(arn), 'ExecutionRole.outOfReach')
    : new RoleByName(resource, Token.asString(arn), name);
}

/** The role of a function that isn't in the tree, as far as something in the tree needs it: each statement becomes a warning there. */
export function roleOutOfReach(scope: IConstruct, warning: WarningId): iam.IGrantable {
  // Where a resource must name the role it can only trust the account.
  return new Unchanged(scope, new iam.AccountPrincipal(Stack.of(scope).account).arn, warning);
}

/** The L2 role, whether the function is an L2 or not. */
function constructOf(resource: CfnResource, arn: unknown): iam.IRole | undefined {
  const role = (ownerOf(resource) as { role?: iam.IRole } | undefined)?.role;
  if (role && role.roleArn === arn) return role;
  const target = referenceTarget(arn);
  const owner = iam.CfnRole.isCfnRole(target) ? ownerOf(target) : undefined;
  return owner && 'grantPrincipal' in owner ? owner as iam.IRole : undefined;
}

// A policy beside that role would refer to things near the function, whose stack refers to the role: a cycle.
function isInOtherStack(role: iam.IRole, resource: CfnResource): boolean {
  return iam.CfnRole.isCfnRole(role.node.defaultChild) && role.stack !== Stack.of(resource);
}

/** The name of a role of which we know the L1 or the ARN. */
function nameOf(resource: CfnResource, arn: unknown): string | undefined {
  const target = referenceTarget(arn);
  if (target) return iam.CfnRole.isCfnRole(target) ? target.ref : undefined;
  const rendered = Stack.of(resource).resolve(arn);
  if (typeof rendered === 'string') return nameIn(rendered);
  const [key, value] = Object.entries<any>(rendered ?? {})[0] ?? [];
  if (key === 'Fn::Join') return nameInJoin(value);
  if (key === 'Fn::Sub' && typeof value === 'string') return nameIn(value);
  if (key === 'Fn::GetAtt') return nameByAttribute(resource, typeof value === 'string' ? value.split('.') : value);
  return undefined;
}

/** The part after the last slash: what is before it is the role's path, which is not part of its name. */
function nameIn(arn: string): string | undefined {
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  return arn.includes(':role/') && name !== '' && !name.includes('${') ? name : undefined;
}

function nameInJoin([delimiter, parts]: [string, unknown]): string | undefined {
  // A parameter or an import can be the list.
  if (delimiter !== '' || !Array.isArray(parts)) return undefined;
  const last: unknown = parts[parts.length - 1];
  const literal = parts.filter((part) => typeof part === 'string').join('');
  if (!literal.includes(':role/')) return undefined;
  if (typeof last === 'string') return last.includes('/') ? nameIn(literal) : undefined;
  const before: unknown = parts[parts.length - 2];
  return typeof before === 'string' && before.endsWith('/') ? Token.asString(last) : undefined;
}

function nameByAttribute(resource: CfnResource, [logicalId, attribute]: string[]): string | undefined {
  const target = attribute === 'Arn' ? resourceWithLogicalId(Stack.of(resource), logicalId) : undefined;
  return iam.CfnRole.isCfnRole(target) ? Fn.ref(logicalId) : undefined;
}

/** A role known by name: its statements go into one policy below the function. */
class RoleByName extends iam.ArnPrincipal {
  public readonly principalAccount: string;

  constructor(private readonly resource: CfnResource, roleArn: string, private readonly roleName: string) {
    super(roleArn);
    this.principalAccount = Stack.of(resource).account;
  }

  public addToPrincipalPolicy(statement: iam.PolicyStatement): iam.AddToPrincipalPolicyResult {
    const policy = this.policy();
    (policy.policyDocument as iam.PolicyDocument).addStatements(statement);
    return { statementAdded: true, policyDependable: policy };
  }

  private policy(): iam.CfnPolicy {
    const existing = this.resource.node.tryFindChild(POLICY_ID);
    if (existing) return existing as iam.CfnPolicy;
    const policy = new iam.CfnPolicy(this.resource, POLICY_ID, {
      policyName: Names.uniqueResourceName(this.resource, { maxLength: 128 }),
      policyDocument: new iam.PolicyDocument(),
      roles: [this.roleName],
    });
    existOnlyWith(policy, this.resource);
    this.resource.addResourceDependency(policy);
    return policy;
  }
}

/** A role that can't be changed from here: each statement becomes a warning. */
class Unchanged extends iam.ArnPrincipal {
  public readonly principalAccount: string;

  constructor(private readonly scope: IConstruct, roleArn: string, private readonly warning: WarningId) {
    super(roleArn);
    this.principalAccount = Stack.of(scope).account;
  }

  public addToPrincipalPolicy(statement: iam.PolicyStatement): iam.AddToPrincipalPolicyResult {
    const json = JSON.stringify(Stack.of(this.scope).resolve(statement.toStatementJson()));
    warn(this.scope, this.warning, `The execution role of this resource can't be changed from here. Add this statement to it: ${json}`);
    return { statementAdded: true, policyDependable: new DependencyGroup() };
  }
}
