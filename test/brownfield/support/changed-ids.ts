import { isDeepStrictEqual } from 'util';
import { referencesOf, type Template } from './template';

/** A resource whose logical id is another one than before. */
export interface ChangedId {
  readonly type: string;
  readonly before: string;
  readonly after: string;
}

/** The resources into whose logical ids CDK puts a hash of what they are a copy of, and the property which says what that is. */
const COPY_OF: Record<string, string> = {
  'AWS::Lambda::Version': 'FunctionName',
  'AWS::ApiGateway::Deployment': 'RestApiId',
};

/** Which ids have changed, and which of them had no reason to. */
export function changedIds(before: Template, after: Template): { renamed: ChangedId[]; violations: string[] } {
  const renamed = Object.entries(before.Resources).filter(([id, { Type }]) => !(id in after.Resources) && Type in COPY_OF)
    .flatMap(([id, { Type }]) => Object.keys(after.Resources)
      .filter((candidate) => !(candidate in before.Resources) && after.Resources[candidate].Type === Type && stem(candidate) === stem(id))
      .map((candidate) => ({ type: Type, before: id, after: candidate })));
  const violations = renamed.filter((each) => isDeepStrictEqual(contentOf(each.before, before), contentOf(each.after, after)))
    .map((each) => `${each.before} is ${each.after} now, although what it is a copy of has not changed`);
  return { renamed, violations };
}

/** What a version or deployment is a copy of: the function; or the API with all that belongs to it, but for its stages. */
function contentOf(id: string, { Resources }: Template): unknown {
  const { Type, Properties = {} } = Resources[id];
  const property = COPY_OF[Type];
  const [source] = referencesOf(Properties[property]);
  const parts = Object.values(Resources)
    .filter((resource) => resource.Type.startsWith('AWS::ApiGateway::') && !/::(Deployment|Stage|UsagePlan)$/.test(resource.Type))
    .filter((resource) => referencesOf(resource.Properties?.[property]).includes(source));
  return [Resources[source], ...(property === 'RestApiId' ? parts : [])];
}

function stem(id: string): string {
  return id.replace(/[0-9a-f]{32}$/, '');
}
