import type { Issue } from './issue';
import type { Acknowledgement, Constructs } from '../input/acknowledgements';
import type { TemplateGroup } from '../input/read-input';

/** The name by which `FailureHandlingChecks` is known where its rules are acknowledged. */
const PLUGIN = 'Lambda-Error-Handling';

/** Issues with what was acknowledged of them in the app, on their construct or around it. */
export function withAcknowledgements(issues: readonly Issue[], groups: readonly TemplateGroup[]): Issue[] {
  return issues.map((issue) => {
    const acknowledged = acknowledgementOf(issue, groups);
    return acknowledged ? { ...issue, acknowledged: { reason: acknowledged.reason, at: acknowledged.at } } : issue;
  });
}

function acknowledgementOf({ id, place }: Issue, groups: readonly TemplateGroup[]): Acknowledgement | undefined {
  const group = groups.find(({ templates }) => templates.some(({ name = '' }) => name === place.template));
  if (!group?.constructs) return undefined;
  const paths = pathsOf(place, group, group.constructs);
  const own = group.constructs.acknowledgements.filter((one) => isMeant(one.id, id, place.id));
  // Where it may be one of several constructs, all of them must be covered.
  const covering = paths.map((path) => own.find(({ at }) => at === '' || path === at || path.startsWith(`${at}/`)));
  return covering.includes(undefined) ? undefined : covering[0];
}

/** The path that the CDK wrote into the template, else all that it wrote beside it. */
function pathsOf({ template, id }: Issue['place'], { templates }: TemplateGroup, { paths }: Constructs): readonly string[] {
  const { json } = templates.find(({ name = '' }) => name === template) as { json: { Resources?: Record<string, { Metadata?: Record<string, unknown> }> } };
  const written = json.Resources?.[id]?.Metadata?.['aws:cdk:path'];
  return typeof written === 'string' ? [written] : paths.get(id) ?? [];
}

/** Either the rule, or the rule with the name of the resource, as older releases of the CDK ask for. */
function isMeant(written: string, rule: string, logicalId: string): boolean {
  const [, name, resource] = /^(.*?)(?:\[(.*)\])?$/s.exec(written)!;
  return name === `${PLUGIN}::${rule}` && (resource === undefined || resource.split('/').pop() === logicalId);
}
