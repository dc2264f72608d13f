import { Assembly, type Property, type Resource } from '../../src/analysis';

/** The resources of a template, as rules see them. */
export function assemblyOf(resources: Readonly<Record<string, unknown>>, sections = {}): Assembly {
  return Assembly.ofTemplate({ ...sections, Resources: resources });
}

/** A resource of a template. */
export function resourceIn(resources: Readonly<Record<string, unknown>>, id: string): Resource {
  return assemblyOf(resources).templates[0].resource(id)!;
}

/** Something that is written in a template. */
export function propertyOf(raw: unknown, sections: Record<string, unknown> = {}): Property {
  const Fn = { Type: 'AWS::Lambda::Function', Properties: {} };
  const Queue = { Type: 'AWS::SQS::Queue', Properties: {} };
  return Assembly.ofTemplate({ ...sections, Resources: { Fn, Queue, Live: { Type: 'AWS::Lambda::Alias', Properties: { FunctionName: { Ref: 'Fn' }, Name: 'live' } } } }).templates[0].property(raw);
}
