/** References of a template to what it does not have. */
export function dangling(template: any): string[] {
  const { Resources = {}, Parameters = {}, Conditions = {} } = template;
  const wrong: string[] = [];
  const known = (id: string) => id in Resources || id in Parameters || id.startsWith('AWS::');
  const visit = (node: any): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null) return;
    const [key, value] = Object.entries<any>(node)[0] ?? [];
    if (Object.keys(node).length === 1) {
      if (key === 'Ref' && !known(value)) wrong.push(`Ref ${value}`);
      if (key === 'Fn::GetAtt' && !(value[0] in Resources)) wrong.push(`GetAtt ${value}`);
      if (key === 'Condition' && typeof value === 'string' && !(value in Conditions)) wrong.push(`Condition ${value}`);
    }
    Object.values(node).forEach(visit);
  };
  visit({ Resources, Outputs: template.Outputs });
  for (const { DependsOn = [] } of Object.values<any>(Resources)) for (const id of [DependsOn].flat()) if (!(id in Resources)) wrong.push(`DependsOn ${id}`);
  return wrong;
}
