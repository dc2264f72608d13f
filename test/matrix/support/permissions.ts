import { list, referencesIn, type PlainResource, type PlainTemplate } from './plain-template';

/** What somebody must be allowed to do. */
export interface Need {
  readonly actions: readonly string[];
  readonly on: PlainResource;
}

/** Whether the policies of a role allow all of it. */
export function roleAllows(template: PlainTemplate, role: PlainResource | undefined, { actions, on }: Need): boolean {
  if (!role) return false;
  const attached = template.ofType('AWS::IAM::Policy').filter(({ properties }) => template.refersTo(properties.Roles, role)).map(({ properties }) => properties);
  const statements = [...attached, ...list(role.properties.Policies)].flatMap(({ PolicyDocument }) => list(PolicyDocument.Statement));
  return actions.every((action) => statements.some((statement) => allows(statement, action) && template.refersTo(statement.Resource, on)));
}

/** Whether the policy of a queue lets a service send, for something of its own only. */
export function queueAllows(template: PlainTemplate, queue: PlainResource, service: string, source: unknown): boolean {
  const policies = template.ofType('AWS::SQS::QueuePolicy').filter(({ properties }) => template.refersTo(properties.Queues, queue));
  return policies.flatMap(({ properties }) => list(properties.PolicyDocument.Statement)).some((statement) =>
    allows(statement, 'sqs:SendMessage') && list(statement.Principal?.Service).includes(service)
    && template.refersTo(statement.Resource, queue) && isFor(statement.Condition, source));
}

function allows(statement: any, action: string): boolean {
  return statement.Effect === 'Allow' && list(statement.Action).includes(action);
}

/** A condition on the source ARN that means the very resource that delivers. */
function isFor(condition: any, source: unknown): boolean {
  const wanted = referencesIn(source);
  return Object.values(condition ?? {}).flatMap((test: any) => list(test['aws:SourceArn'])).some((arn) => referencesIn(arn).some((id) => wanted.includes(id)));
}
