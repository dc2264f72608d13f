import { Lazy } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct, DependencyGroup } from 'constructs';

/**
 * What Lambda needs to attach a function to a VPC; none of these can be narrowed to one network interface, which does not exist yet.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions
 */
const VPC_ACTIONS = [
  'ec2:AssignPrivateIpAddresses',
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:UnassignPrivateIpAddresses',
];

/** Where CDK puts the policy of a role. */
const POLICY_ID = 'DefaultPolicy';
const POLICY_NAME_LENGTH = 128;

/** What a function needs of its role besides what this library lets it do. */
export interface ServiceRoleSettings {
  readonly vpc?: ec2.IVpc;
  /** Added by CDK, and as long as the user likes. */
  readonly initialPolicy?: iam.PolicyStatement[];
}

/**
 * A role that Lambda can assume and that allows nothing but what is asked for: no AWS-managed policies.
 *
 * As long as only this library adds to its policy, that is a resource without an L2, which takes CDK three times as long. With the first statement
 * of somebody else CDK makes it anew, at the same place, and splits it when it gets too long.
 */
export class ServiceRole extends iam.Role {
  private readonly ours: iam.PolicyStatement[] = [];
  private document?: iam.PolicyDocument;
  private isPlain: boolean;

  constructor(scope: Construct, id: string, { vpc, initialPolicy }: ServiceRoleSettings = {}) {
    super(scope, id, { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    // There is more below it, or less, when `Role.customizeRoles()` gives it a role that exists.
    this.isPlain = initialPolicy === undefined && this.node.children.length === 1 && iam.CfnRole.isCfnRole(this.node.defaultChild);
    if (vpc) this.addToPolicy(new iam.PolicyStatement({ actions: VPC_ACTIONS, resources: ['*'] }));
  }

  public addToPrincipalPolicy(statement: iam.PolicyStatement): iam.AddToPrincipalPolicyResult {
    if (!this.isPlain) {
      this.giveBack();
      return super.addToPrincipalPolicy(statement);
    }
    this.document ??= this.newDocument();
    this.document.addStatements(statement);
    this.ours.push(statement);
    return { statementAdded: true, policyDependable: new DependencyGroup() };
  }

  /** All statements of this library are there: what comes now is of others. */
  public handOver(): void {
    this.isPlain = false;
  }

  private newDocument(): iam.PolicyDocument {
    const policyDocument = new iam.PolicyDocument();
    const policy: iam.CfnPolicy = new iam.CfnPolicy(new Construct(this, POLICY_ID), 'Resource', {
      policyDocument,
      policyName: Lazy.string({ produce: () => policy.stack.resolve(policy.logicalId).slice(-POLICY_NAME_LENGTH) }),
      roles: [(this.node.defaultChild as iam.CfnRole).ref],
    });
    return policyDocument;
  }

  private giveBack(): void {
    if (!this.document) return;
    this.document = undefined;
    this.node.tryRemoveChild(POLICY_ID);
    this.ours.forEach((statement) => super.addToPrincipalPolicy(statement));
  }
}
