import { runSimulation } from '@cloud-copilot/iam-simulate';
import { ACCOUNT, resolve } from './intrinsics';
import { idOf, idsOf, type CloudFormationTemplate } from './synthesized';

/** A request: an action on a resource, with the condition keys that AWS would send along. */
export interface Request {
  readonly action: string;
  readonly resource: string;
  readonly context?: Record<string, string>;
}

const NO_ORGANIZATION = { serviceControlPolicies: [], resourceControlPolicies: [] };

/** The policies of a role, inline and attached by `AWS::IAM::Policy`; an AWS-managed policy can't be judged here and is an error. */
function policiesOf(template: CloudFormationTemplate, roleId: string): object[] {
  const { ManagedPolicyArns = [], Policies = [] } = template.Resources[roleId].Properties;
  if (ManagedPolicyArns.length > 0) throw new Error(`${roleId} has AWS-managed policies`);
  const attached = idsOf(template, 'AWS::IAM::Policy')
    .map((id) => template.Resources[id].Properties)
    .filter(({ Roles }) => Roles.some((role: { Ref: string }) => role.Ref === roleId));
  return [...Policies, ...attached].map(({ PolicyDocument }) => resolve(template, PolicyDocument));
}

/** The policy document of the policy resource whose logical id starts with `prefix`. */
export function policyOf(template: CloudFormationTemplate, type: string, prefix: string): object {
  return resolve(template, template.Resources[idOf(template, type, prefix)].Properties.PolicyDocument);
}

/** Whether a resource's policy lets an AWS service make a request. */
export async function allowsService(policy: object, service: string, request: Request): Promise<boolean> {
  return simulate({ principal: service, request, identityPolicies: [], resourcePolicy: policy });
}

interface Case {
  readonly principal: string;
  readonly request: Request;
  readonly identityPolicies: { name: string; policy: object }[];
  readonly resourcePolicy?: object;
}

async function simulate({ principal, request, identityPolicies, resourcePolicy }: Case): Promise<boolean> {
  const outcome = await runSimulation({
    ...NO_ORGANIZATION,
    identityPolicies,
    resourcePolicy,
    request: {
      principal,
      action: request.action,
      resource: { resource: request.resource, accountId: ACCOUNT },
      contextVariables: { 'aws:SecureTransport': 'true', ...request.context },
    },
  }, {});
  if (outcome.resultType === 'error') throw new Error(`${request.action} on ${request.resource}: ${JSON.stringify(outcome.errors)}`);
  return outcome.overallResult === 'Allowed';
}

/** Which of the requests the role's own policies allow, each as `action resource`. */
export async function allowedOf(template: CloudFormationTemplate, roleId: string, requests: Request[]): Promise<string[]> {
  const principal = `arn:aws:sts::${ACCOUNT}:assumed-role/${roleId}/session`;
  const identityPolicies = policiesOf(template, roleId).map((policy, i) => ({ name: `policy-${i}`, policy }));
  const verdicts = await Promise.all(requests.map((request) => simulate({ principal, request, identityPolicies })));
  return requests.filter((_, i) => verdicts[i]).map(({ action, resource }) => `${action} ${resource}`);
}
