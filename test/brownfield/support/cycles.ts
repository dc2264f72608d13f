import { dependenciesOf, referencesOf, type Template } from './template';

/** Resources of a template that wait for each other, which CloudFormation refuses: one ring of logical ids for each place where one closes. */
export function dependencyCycles({ Resources }: Template): string[][] {
  const needs = new Map(Object.entries(Resources).map(([id, resource]) =>
    [id, [...new Set([...dependenciesOf(resource), ...referencesOf(resource.Properties)])].filter((target) => target in Resources)]));
  const done = new Set<string>();
  const cycles: string[][] = [];
  const visit = (id: string, path: string[]): void => {
    if (path.includes(id)) {
      cycles.push(path.slice(path.indexOf(id)));
    } else if (!done.has(id)) {
      needs.get(id)!.forEach((target) => visit(target, [...path, id]));
      done.add(id);
    }
  };
  for (const id of needs.keys()) visit(id, []);
  return cycles;
}
