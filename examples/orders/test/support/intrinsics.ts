import type { CloudFormationTemplate, Resource } from './synthesized';

export const ACCOUNT = '111122223333';
export const REGION = 'eu-west-1';

const PSEUDO: Record<string, string> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Partition': 'aws',
  'AWS::Region': REGION,
  'AWS::URLSuffix': 'amazonaws.com',
};

/** The ARN of each type of resource, as CloudFormation would give it, where its physical name is its logical id. */
const ARNS: Record<string, (id: string) => string> = {
  'AWS::IAM::Role': (id) => `arn:aws:iam::${ACCOUNT}:role/${id}`,
  'AWS::KMS::Key': (id) => `arn:aws:kms:${REGION}:${ACCOUNT}:key/${id}`,
  'AWS::Lambda::Function': (id) => `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${id}`,
  'AWS::Logs::LogGroup': (id) => `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:${id}:*`,
  'AWS::SNS::Topic': (id) => `arn:aws:sns:${REGION}:${ACCOUNT}:${id}`,
  'AWS::SQS::Queue': (id) => `arn:aws:sqs:${REGION}:${ACCOUNT}:${id}`,
  'AWS::Events::Rule': (id) => `arn:aws:events:${REGION}:${ACCOUNT}:rule/${id}`,
};

const REF_IS_ARN = ['AWS::SNS::Topic'];

export function arnOf(template: CloudFormationTemplate, id: string): string {
  const { Type } = resource(template, id);
  const arn = ARNS[Type];
  if (!arn) throw new Error(`no ARN known for ${Type} (${id})`);
  return arn(id);
}

/** Resolves the intrinsic functions in a value. What it does not know is an error, so that no policy is judged by half. */
export function resolve(template: CloudFormationTemplate, value: unknown): any {
  if (Array.isArray(value)) return value.map((item) => resolve(template, item));
  if (typeof value !== 'object' || value === null) return value;
  const [[key, argument], ...more] = Object.entries(value);
  if (more.length === 0) {
    if (key === 'Ref') return ref(template, argument);
    if (key === 'Fn::GetAtt') return getAtt(template, argument);
    if (key === 'Fn::Join') return resolve(template, argument[1]).join(argument[0]);
    if (key.startsWith('Fn::')) throw new Error(`${key} is not resolved here: ${JSON.stringify(value)}`);
  }
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, resolve(template, item)]));
}

function ref(template: CloudFormationTemplate, id: string): string {
  if (id in PSEUDO) return PSEUDO[id];
  return REF_IS_ARN.includes(resource(template, id).Type) ? arnOf(template, id) : id;
}

function getAtt(template: CloudFormationTemplate, [id, attribute]: [string, string]): string {
  return attribute === 'Arn' ? arnOf(template, id) : `${id}.${attribute}`;
}

function resource(template: CloudFormationTemplate, id: string): Resource {
  const found = template.Resources[id];
  if (!found) throw new Error(`${id} is not in the template`);
  return found;
}
