import { agreed, all, some, type Certainty } from './certainty';
import type { Assumption } from '../template/given';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';
import { targetsOf } from '../template/targets';
import type { Value } from '../template/value';

/** Something that a policy may be about: in a template, or by its ARN. */
export type Subject = Resource | string;

/** What must be allowed. */
export interface Request {
  readonly action: string;
  readonly on: Subject;
  /** The service that asks, where it is a service. */
  readonly service?: string;
  /** What the service asks for: its `aws:SourceArn`. */
  readonly source?: Resource;
}

/** Conditions that correct wiring has. What they ask for, an account or TLS, holds for the services themselves. */
const HARMLESS = /^(aws:(SourceAccount|ResourceAccount|SecureTransport|PrincipalAccount|CalledVia|SourceOrgID|ResourceOrgID|PrincipalOrgID)|s3:ResourceAccount|kms:(ViaService|CallerAccount|EncryptionContext.*|GrantIsForAWSResource))$/i;
const SOURCE_ARN = /^aws:SourceArn$/i;

/** Whether one statement of a policy allows it, or denies it. */
export function statementAllows(statement: Property, effect: 'Allow' | 'Deny', request: Request): Certainty {
  const written = statement.get('Effect').text();
  if (written !== undefined && written !== effect) return 'no';
  let certainty: Certainty = written === undefined ? 'unknown' : 'yes';
  for (const matches of [actionMatches, resourceMatches, principalMatches, conditionHolds]) {
    certainty = all([certainty, matches(statement, request)]);
    if (certainty === 'no') return 'no';
  }
  return certainty;
}

function actionMatches(statement: Property, { action }: Request): Certainty {
  if (!statement.get('NotAction').isAbsent()) return 'unknown';
  return anyOf(statement.get('Action'), (property) => {
    const text = property.text();
    return text === undefined ? 'unknown' : patternMatches(text, action) ? 'yes' : 'no';
  });
}

function resourceMatches(statement: Property, { on }: Request): Certainty {
  if (!statement.get('NotResource').isAbsent()) return 'unknown';
  const resources = statement.get('Resource');
  // The policy of a queue or a key may leave it out.
  return resources.isAbsent() ? 'yes' : anyOf(resources, (property) => isAbout(property, on));
}

/** Whether one of a list matches, whatever the conditions are. */
function anyOf(list: Property, matches: (property: Property) => Certainty): Certainty {
  const { known, others } = list.elements();
  const each = known.map(({ property, when }) => ({ certainty: matches(property), when }));
  const found = each.filter(({ certainty }) => certainty === 'yes').map(({ when }) => when);
  const isSure = found.some((when) => when.length === 0 || found.some((other) => isOpposite(when, other)));
  if (isSure) return 'yes';
  return found.length > 0 || others !== undefined || each.some(({ certainty }) => certainty === 'unknown') ? 'unknown' : 'no';
}

function isOpposite([one, ...more]: readonly Assumption[], [other, ...others]: readonly Assumption[]): boolean {
  return more.length === 0 && others.length === 0 && one?.condition === other?.condition && one?.is !== other?.is;
}

/** Whether a value means a subject: by reference, by its ARN, or by a pattern. */
export function isAbout(property: Property, on: Subject): Certainty {
  return agreed(property.possibilities().map(({ value }) => valueIsAbout(value, property, on)));
}

function valueIsAbout(value: Value, property: Property, on: Subject): Certainty {
  if (value.kind === 'known' && value.value === '*') return 'yes';
  const targets = targetsOf(value, property.template, typeof on === 'string' ? [] : [on.type]);
  return agreed(targets.map((target) => {
    if (target.kind === 'resource') return target.resource === on ? 'yes' : typeof on === 'string' ? 'unknown' : 'no';
    if (target.kind !== 'outside') return target.kind === 'none' ? 'no' : 'unknown';
    if (typeof on === 'string') return patternMatches(target.text, on) ? 'yes' : /[*?]/.test(on) ? 'unknown' : 'no';
    return isOfAnotherService(target.text, on) ? 'no' : 'unknown';
  }));
}

/** The services in the ARNs of what failures are kept in: a statement about another service is not about it. */
const SERVICES: Readonly<Record<string, string>> = {
  'AWS::SQS::Queue': 'sqs', 'AWS::SNS::Topic': 'sns', 'AWS::S3::Bucket': 's3', 'AWS::KMS::Key': 'kms', 'AWS::Lambda::Function': 'lambda', 'AWS::Events::EventBus': 'events',
};

function isOfAnotherService(arn: string, on: Resource): boolean {
  const [prefix, , service] = arn.split(':');
  return prefix === 'arn' && on.type in SERVICES && service !== '*' && service !== SERVICES[on.type];
}

function principalMatches(statement: Property, { service }: Request): Certainty {
  if (service === undefined) return 'yes';
  if (!statement.get('NotPrincipal').isAbsent()) return 'unknown';
  const principal = statement.get('Principal');
  if (principal.text() === '*') return 'yes';
  const isAnybody = principal.get('AWS').elements().known.some(({ property }) => property.text() === '*');
  const services = principal.get('Service').elements();
  return some([
    ...(isAnybody ? ['yes' as const] : []),
    ...services.known.map(({ property }) => (property.text() === undefined ? 'unknown' : property.text() === service ? 'yes' : 'no')),
    ...(services.others === undefined && principal.value().kind !== 'unknown' ? [] : ['unknown' as const]),
  ]);
}

function conditionHolds(statement: Property, { source }: Request): Certainty {
  const condition = statement.get('Condition');
  if (condition.value().kind === 'unknown') return 'unknown';
  return all(condition.members().flatMap(([operator, keys]) => keys.members().map(([key, values]): Certainty => {
    if (operator === 'Bool' && /^aws:SecureTransport$/i.test(key)) return values.text() === 'false' ? 'no' : 'yes';
    if (HARMLESS.test(key)) return 'yes';
    if (!SOURCE_ARN.test(key) || !source || /Not/.test(operator)) return 'unknown';
    return some(values.elements().known.map(({ property }) => isAbout(property, source)));
  })));
}

/** Whether a pattern of IAM, with `*` and `?`, means a text. */
export function patternMatches(pattern: string, text: string): boolean {
  const parts = pattern.toLowerCase().split('*');
  const lower = text.toLowerCase();
  if (parts.length === 1) return lower.length === pattern.length && fits(lower, 0, parts[0]);
  let at = 0;
  if (!fits(lower, 0, parts[0])) return false;
  at = parts[0].length;
  for (const part of parts.slice(1, -1)) {
    const next = find(lower, at, part);
    if (next < 0) return false;
    at = next + part.length;
  }
  const last = parts[parts.length - 1];
  return lower.length - last.length >= at && fits(lower, lower.length - last.length, last);
}

function find(text: string, from: number, part: string): number {
  for (let at = from; at + part.length <= text.length; at++) if (fits(text, at, part)) return at;
  return -1;
}

function fits(text: string, at: number, part: string): boolean {
  if (at + part.length > text.length) return false;
  for (let index = 0; index < part.length; index++) if (part[index] !== '?' && part[index] !== text[at + index]) return false;
  return true;
}
