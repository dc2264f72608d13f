import { Assembly } from '../../src/analysis';
import type { Rule } from '../../src/validation/private/rule';

/** The resources of a template by logical id, or all of a template. */
export type TemplateLike = Readonly<Record<string, unknown>>;

export interface RuleConformance {
  readonly rule: Rule;
  /** Templates that break the rule, each with every place found: logical id and property path. */
  readonly violating: readonly (readonly [template: TemplateLike, ...places: string[]])[];
  /** Templates that don't. */
  readonly compliant: readonly TemplateLike[];
  /** Templates that may, as only the deployment knows. Besides these, every property that is found is made unknown. */
  readonly unknown?: readonly TemplateLike[];
}

/** What only the deployment knows. */
export const UNKNOWN = { 'Fn::ImportValue': 'elsewhere' };

/** What has no place in a template. */
const HOSTILE = [null, 42, -1, '', 'text', true, [], {}, [null], { Ref: 7 }, { 'Fn::If': 'x' }, { 'Fn::GetAtt': [] }, { 'Fn::Sub': {} }, '{"a":[', '('];

/** What every rule must do. A rule's own test gives the examples. */
export function describeRule({ rule, violating, compliant, unknown = [] }: RuleConformance): void {
  describe(`${rule.id} as a rule`, () => {
    test.each(violating.map(([template, ...places]) => [places.join(', '), template, places] as const))('finds %s', (_, template, places) => {
      expect(found(rule, template)).toEqual(places);
    });

    test.each(compliant.map((template, index) => [index, template] as const))('is silent about compliant template %i', (_, template) => {
      expect(found(rule, template)).toEqual([]);
    });

    test('is silent about what only the deployment knows', () => {
      const guesses = violating.flatMap(([template, ...places]) => places.map((place) => [place, withUnknown(template, place)] as const))
        .flatMap(([place, template]) => found(rule, template).filter((again) => again === place));

      expect([...guesses, ...unknown.flatMap((template) => found(rule, template))]).toEqual([]);
    });

    test('never throws', () => {
      const templates = violating.flatMap(([template]) => hostile(whole(template)));

      expect(() => [...HOSTILE, ...templates].forEach((template) => rule.check(Assembly.ofTemplate(template)))).not.toThrow();
    });

    test('has examples of both', () => {
      expect([violating.length, compliant.length]).not.toContain(0);
    });
  });
}

/** A whole template. */
export function whole(template: TemplateLike): TemplateLike {
  return 'Resources' in template ? template : { Resources: template };
}

function found(rule: Rule, template: TemplateLike): string[] {
  return rule.check(Assembly.ofTemplate(whole(template))).map(({ resource, path }) => `${resource.id} ${path}`);
}

/** The template with something unknown at a place that was found. */
function withUnknown(template: TemplateLike, place: string): TemplateLike {
  const [id, path] = place.split(' ');
  const copy = structuredClone(whole(template)) as Record<string, any>;
  const steps = path.split('.');
  // What is missing as a whole may be made by a transform.
  if (path === 'Properties') return { ...copy, Transform: 'Macro' };
  let node = copy.Resources[id] as Record<string, any>;
  // Within a text of JSON or an intrinsic there are no members: it is made unknown as a whole.
  for (const step of steps.slice(0, -1)) {
    if (typeof node[step] !== 'object' || node[step] === null) node[step] = {};
    node = node[step];
  }
  node[steps[steps.length - 1]] = UNKNOWN;
  return copy;
}

/** The template with something hostile in every place, one after the other. */
function hostile(template: TemplateLike): TemplateLike[] {
  return pathsIn(template).flatMap((path, index) => {
    // Every value for the first places and a few for each of the others, which keeps this fast.
    const values = index < 4 ? HOSTILE : [0, 1, 2].map((offset) => HOSTILE[(index * 3 + offset) % HOSTILE.length]);
    return values.map((value) => withValue(template, path, value));
  });
}

function pathsIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [[name], ...pathsIn(member).map((path) => [name, ...path])]);
}

function withValue(template: TemplateLike, path: string[], value: unknown): TemplateLike {
  const copy = structuredClone(template) as Record<string, any>;
  const parent = path.slice(0, -1).reduce<Record<string, any>>((node, name) => node[name], copy);
  parent[path[path.length - 1]] = value;
  return copy;
}
