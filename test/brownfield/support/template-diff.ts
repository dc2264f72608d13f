import { isDeepStrictEqual } from 'util';
import { additionsTo, type Additions } from './additions';
import { type ChangedId, changedIds } from './changed-ids';
import { dependenciesOf, type Resource, type Template } from './template';

/** What was done to a template that was deployed before. */
export interface TemplateDiff {
  /** What must not be: something that was there is gone or different. */
  readonly violations: string[];
  /** Resources that were there under an id of theirs that CDK derives from content. */
  readonly changedIds: ChangedId[];
  /** Logical ids of new resources. */
  readonly newResources: string[];
  /** What was added to resources that were there: `<id>.Properties.<path>`, with `[+]` for each element at the end of a list. */
  readonly additions: string[];
}

/** Compares a template with what became of it: everything must be there as it was, beside what was added. */
export function templateDiff(original: Template, after: Template): TemplateDiff {
  const changed = changedIds(original, after);
  const before = withNewIds(original, changed.renamed);
  const parts = Object.entries(before.Resources).map(([id, resource]) => ofResource(id, resource, after.Resources[id], before));
  const sections = Object.keys({ ...before, ...after }).filter((section) => section !== 'Resources')
    .filter((section) => !isDeepStrictEqual(before[section], after[section]))
    .map((section) => `${section} was ${JSON.stringify(before[section])}, is ${JSON.stringify(after[section])}`);
  return {
    violations: [...sections, ...changed.violations, ...parts.flatMap(({ violations }) => violations)],
    changedIds: changed.renamed,
    newResources: Object.keys(after.Resources).filter((id) => !(id in before.Resources)),
    additions: parts.flatMap(({ added }) => added),
  };
}

function ofResource(id: string, before: Resource, after: Resource | undefined, template: Template): Additions {
  if (!after) return { added: [], violations: [`${id} (${before.Type}) is gone`] };
  const { Properties: oldProperties = {}, Metadata: oldMetadata = {}, DependsOn: _, ...oldRest } = before;
  const { Properties: properties = {}, Metadata: metadata = {}, DependsOn: __, ...rest } = after;
  const parts = [
    additionsTo(oldProperties, properties, `${id}.Properties`),
    additionsTo(oldMetadata, metadata, `${id}.Metadata`),
    ofDependencies(id, before, after, template),
  ];
  const violations = isDeepStrictEqual(oldRest, rest) ? [] : [`${id} was ${JSON.stringify(oldRest)}, is ${JSON.stringify(rest)}`];
  return { added: parts.flatMap(({ added }) => added), violations: [...violations, ...parts.flatMap((part) => part.violations)] };
}

/** A resource may come to wait for new ones, but not for others. */
function ofDependencies(id: string, before: Resource, after: Resource, template: Template): Additions {
  const [old, now] = [before, after].map(dependenciesOf);
  const added = now.filter((target) => !old.includes(target));
  return {
    added: added.map(() => `${id}.DependsOn[+]`),
    violations: [
      ...old.filter((target) => !now.includes(target)).map((target) => `${id} no longer depends on ${target}`),
      ...added.filter((target) => target in template.Resources).map((target) => `${id} depends on ${target} now, which was there before`),
    ],
  };
}

function withNewIds(template: Template, renamed: ChangedId[]): Template {
  return JSON.parse(renamed.reduce((text, { before, after }) => text.replaceAll(before, after), JSON.stringify(template)));
}
