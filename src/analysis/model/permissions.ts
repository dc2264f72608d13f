import { some, type Certainty } from './certainty';
import { Index } from './resource-index';
import { isAbout, statementAllows, type Request, type Subject } from './statement';
import type { Assembly } from '../template/assembly';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';
import { targetsOf } from '../template/targets';

/** The statements of policies that are attached to something. */
interface Policies {
  readonly statements: readonly Property[];
  /** Whether there may be more. */
  readonly isOpen: boolean;
}

const ROLE = 'AWS::IAM::Role';
const ATTACHED = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy'];
/** Managed policies of AWS that let nobody send anything anywhere but logs and traces. */
const HARMLESS = /:aws:policy\/(service-role\/AWSLambda(Basic|VPCAccess|SQSQueue|Kinesis|DynamoDB|MSK)ExecutionRole|CloudWatchLambda(Insights|ApplicationSignals)ExecutionRolePolicy|AWSXRay(DaemonWriteAccess|WriteOnlyAccess)|AWSXrayWriteOnlyAccess|service-role\/AmazonAPIGatewayPushToCloudWatchLogs)$/;
/** What has a policy of its own, with the property that lists what the policy is for. */
const RESOURCE_POLICIES: Readonly<Record<string, readonly [type: string, property: string]>> = {
  'AWS::SQS::Queue': ['AWS::SQS::QueuePolicy', 'Queues'],
  'AWS::SNS::Topic': ['AWS::SNS::TopicPolicy', 'Topics'],
  'AWS::S3::Bucket': ['AWS::S3::BucketPolicy', 'Bucket'],
};

/** Who may do what, as far as the policies of the templates tell. */
export class Permissions {
  private readonly attached: Index;
  private readonly byResource: Readonly<Record<string, Index>>;
  private readonly byRole = new Map<Resource, Policies>();

  constructor(private readonly assembly: Assembly) {
    this.attached = new Index(assembly.ofType(...ATTACHED), (policy) => [policy.get('Roles'), policy.get('RoleName')], [ROLE]);
    this.byResource = Object.fromEntries(Object.entries(RESOURCE_POLICIES).map(([subject, [type, property]]) =>
      [subject, new Index(assembly.ofType(type), (policy) => [policy.get(property)], [subject])]));
  }

  /** Whether the policies of a role allow it. */
  public ofRole(role: Property, request: Request): Certainty {
    const [target, ...more] = targetsOf(role.value(), role.template, [ROLE]);
    if (more.length > 0 || target?.kind !== 'resource' || target.resource.type !== ROLE) return 'unknown';
    return this.allowed(this.policiesOf(target.resource), request);
  }

  /** Whether the policy of a queue, a topic or a bucket lets a service in. */
  public ofResource(on: Subject, request: Request): Certainty {
    if (typeof on === 'string' || !(on.type in this.byResource)) return 'unknown';
    const policies = this.byResource[on.type].of(on);
    const statements = policies.found.flatMap((policy) => statementsIn(policy.get('PolicyDocument')));
    return this.allowed({ statements, isOpen: policies.isOpen }, request);
  }

  /** Whether a key lets a service use it. */
  public ofKey(key: Resource, request: Request): Certainty {
    return this.allowed({ statements: statementsIn(key.get('KeyPolicy')), isOpen: key.get('KeyPolicy').value().kind === 'unknown' }, request);
  }

  /** Whether a key lets a role use it by naming it: what the role's own policies allow is another question. */
  public ofKeyByRole(key: Resource, role: Property): Certainty {
    const [target] = targetsOf(role.value(), role.template, [ROLE]);
    if (target?.kind !== 'resource' || key.get('KeyPolicy').value().kind === 'unknown') return 'unknown';
    return some(statementsIn(key.get('KeyPolicy')).flatMap((statement) => statement.get('Principal', 'AWS').elements().known.map(({ property }) =>
      (property.text() === '*' ? 'yes' : isAbout(property, target.resource) === 'yes' ? 'yes' : 'no'))));
  }

  private allowed({ statements, isOpen }: Policies, request: Request): Certainty {
    if (statements.some((statement) => statementAllows(statement, 'Deny', request) === 'yes')) return 'no';
    return some([...statements.map((statement) => statementAllows(statement, 'Allow', request)), ...(isOpen || this.assembly.isOpen ? ['unknown' as const] : [])]);
  }

  private policiesOf(role: Resource): Policies {
    const policies = this.byRole.get(role) ?? this.findPolicies(role);
    this.byRole.set(role, policies);
    return policies;
  }

  private findPolicies(role: Resource): Policies {
    const attached = this.attached.of(role);
    const inline = role.get('Policies').elements();
    const managed = role.get('ManagedPolicyArns').elements();
    const documents = [...attached.found.map((policy) => policy.get('PolicyDocument')), ...inline.known.map(({ property }) => property.get('PolicyDocument'))];
    const others = managed.known.filter(({ property }) => !isHarmless(property));
    const own = others.flatMap(({ property }) => targetsOf(property.value(), property.template, ['AWS::IAM::ManagedPolicy'])
      .map((target) => (target.kind === 'resource' && target.resource.type === 'AWS::IAM::ManagedPolicy' ? target.resource : undefined)));
    return {
      statements: [...documents, ...own.flatMap((policy) => (policy ? [policy.get('PolicyDocument')] : []))].flatMap(statementsIn),
      isOpen: attached.isOpen || inline.others !== undefined || managed.others !== undefined || own.includes(undefined),
    };
  }
}

function statementsIn(document: Property): Property[] {
  return document.get('Statement').elements().known.map(({ property }) => property);
}

function isHarmless(property: Property): boolean {
  const value = property.value();
  const text = value.kind === 'text' ? value.parts.map((part) => (typeof part === 'string' ? part : '*')).join('') : property.text() ?? '';
  return HARMLESS.test(text);
}
