import { runSimulation } from '@cloud-copilot/iam-simulate';
import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';

const ACCOUNT = '111122223333';
const REGION = 'eu-west-1';
const PSEUDO: Record<string, string> = { 'AWS::AccountId': ACCOUNT, 'AWS::Region': REGION, 'AWS::Partition': 'aws', 'AWS::URLSuffix': 'amazonaws.com' };

type Json = { Resources: Record<string, { Type: string; Properties: Record<string, any> }>; Outputs?: Record<string, { Value: unknown }> };

/** What a deployment would make of a template: names and ARNs in place of intrinsic functions. */
export class Deployed {
  public static fromStack(stack: Stack): Deployed {
    return new Deployed(Template.fromStack(stack).toJSON() as Json);
  }

  private constructor(private readonly template: Json) {
  }

  /** The properties of all resources of a type by their logical ids. */
  public all(type: string): Record<string, Record<string, any>> {
    return Object.fromEntries(Object.entries(this.template.Resources).filter(([, { Type }]) => Type === type)
      .map(([id, { Properties }]) => [id, this.resolve(Properties)]));
  }

  /** The logical id of the only resource of a type whose logical id has this in it. */
  public idOf(type: string, part: string): string {
    const ids = Object.keys(this.all(type)).filter((id) => id.includes(part));
    if (ids.length !== 1) throw new Error(`${ids.length} of ${type} have ${part} in their id: ${ids.join()}`);
    return ids[0];
  }

  public properties(type: string, part: string): Record<string, any> {
    return this.all(type)[this.idOf(type, part)];
  }

  public arnOf(logicalId: string): string {
    const { Type } = this.template.Resources[logicalId];
    const at = `${REGION}:${ACCOUNT}`;
    const arns: Record<string, string> = {
      'AWS::SQS::Queue': `arn:aws:sqs:${at}:${logicalId}`,
      'AWS::Lambda::Function': `arn:aws:lambda:${at}:function:${logicalId}`,
      'AWS::IAM::Role': `arn:aws:iam::${ACCOUNT}:role/${logicalId}`,
      'AWS::Logs::LogGroup': `arn:aws:logs:${at}:log-group:${logicalId}:*`,
      'AWS::S3::Bucket': `arn:aws:s3:::${logicalId.toLowerCase()}`,
      'AWS::KMS::Key': `arn:aws:kms:${at}:key/${logicalId}`,
      'AWS::SNS::Topic': `arn:aws:sns:${at}:${logicalId}`,
      'AWS::CloudWatch::Alarm': `arn:aws:cloudwatch:${at}:alarm:${logicalId}`,
      'AWS::Pipes::Pipe': `arn:aws:pipes:${at}:pipe/${logicalId}`,
    };
    return arns[Type] ?? `arn:aws:test:${at}:${logicalId}`;
  }

  public outputs(): Record<string, string> {
    return Object.fromEntries(Object.entries(this.template.Outputs ?? {}).map(([id, { Value }]) => [id, this.resolve(Value)]));
  }

  public resolve(value: any): any {
    if (Array.isArray(value)) return value.map((one) => this.resolve(one));
    if (value === null || typeof value !== 'object') return value;
    const [key, argument] = Object.entries<any>(value)[0] ?? [];
    if (key === 'Ref') return this.ref(argument);
    if (key === 'Fn::GetAtt') return this.attribute(argument[0], argument[1]);
    if (key === 'Fn::Join') return this.resolve(argument[1]).join(argument[0]);
    if (key === 'Fn::Select') return this.resolve(argument[1])[argument[0]];
    if (key === 'Fn::Split') return this.resolve(argument[1]).split(argument[0]);
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, this.resolve(one)]));
  }

  private ref(name: string): string {
    if (PSEUDO[name]) return PSEUDO[name];
    const type = this.template.Resources[name]?.Type;
    if (type === 'AWS::SQS::Queue') return `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/${name}`;
    if (type === 'AWS::SNS::Topic') return this.arnOf(name);
    return type === 'AWS::S3::Bucket' ? name.toLowerCase() : name;
  }

  private attribute(name: string, attribute: string): string {
    return attribute.endsWith('Arn') ? this.arnOf(name) : name;
  }

  /** Whether IAM would let a role do this, by all policies that it has. */
  public async allows(roleId: string, action: string, resource: string, context: Record<string, string> = {}): Promise<boolean> {
    const policies = Object.entries(this.all('AWS::IAM::Policy'))
      .filter(([, { Roles }]) => Roles.includes(roleId))
      .map(([name, { PolicyDocument }]) => ({ name, policy: PolicyDocument }));
    const response: any = await runSimulation({
      request: { action, resource: { resource, accountId: ACCOUNT }, principal: this.arnOf(roleId), contextVariables: context },
      identityPolicies: policies,
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      resourcePolicy: this.keyPolicyOf(resource),
    } as any, {});
    if (response.resultType === 'error' || response.errors) throw new Error(JSON.stringify(response));
    return JSON.stringify(response.overallResult ?? response.analysis?.result) === '"Allowed"';
  }

  /** IAM policies count for a key only where its own policy says so. */
  private keyPolicyOf(arn: string): object | undefined {
    return Object.entries(this.all('AWS::KMS::Key')).find(([id]) => this.arnOf(id) === arn)?.[1].KeyPolicy;
  }

  /** The actions of all statements that a role has. */
  public actionsOf(roleId: string): string[] {
    return Object.values(this.all('AWS::IAM::Policy')).filter(({ Roles }) => Roles.includes(roleId))
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement.flatMap(({ Action }: { Action: string | string[] }) => Action)).sort();
  }
}
