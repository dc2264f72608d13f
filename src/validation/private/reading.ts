import { targetsOf, type Property, type Resource } from '../../analysis';

/** A place in a template and the way to it, such as `Targets.0.Arn`. */
export interface Place {
  readonly property: Property;
  readonly path: string;
}

/** The text, if the deployment can't change it: the default of a parameter is none. */
export function textOf(property: Property): string | undefined {
  const value = property.value();
  return value.kind === 'known' && value.assumed === undefined ? String(value.value) : undefined;
}

/** The number, if the deployment can't change it. */
export function numberOf(property: Property): number | undefined {
  return textOf(property) === undefined ? undefined : property.number();
}

/** The number that holds: what is written, or the default of AWS where nothing is. */
export function numberOr(property: Property, preset: number): number | undefined {
  return isMissing(property) ? preset : numberOf(property);
}

/** Whether it is written that something is so. */
export function isTrue(property: Property): boolean {
  return textOf(property) === 'true';
}

/** Whether nothing is set, and nothing that can't be read may set it. */
export function isMissing(property: Property): boolean {
  return property.isAbsent() && property.template.others === undefined;
}

/** Whether a list or an object is there, with all of its members known. */
export function isWhole(property: Property): boolean {
  return property.template.others === undefined && property.elements().others === undefined
    && property.elements().known.every(({ when }) => when.length === 0);
}

/** The elements of a list with their paths. */
export function listed(property: Property, path: string): readonly Place[] {
  return property.elements().known.map(({ property: element }, index) => ({ property: element, path: `${path}.${index}` }));
}

/** What stands on a path, with `*` for every element of a list or member of an object. */
export function placesOn(property: Property, path: readonly string[], written = ''): readonly Place[] {
  const [name, ...rest] = path;
  if (name === undefined) return [{ property, path: written }];
  const before = written === '' ? '' : `${written}.`;
  if (name !== '*') return placesOn(property.get(name), rest, `${before}${name}`);
  const places = Array.isArray(property.raw) || property.members().length === 0
    ? listed(property, written)
    : property.members().map(([member, found]) => ({ property: found, path: `${before}${member}` }));
  return places.flatMap((place) => placesOn(place.property, rest, place.path));
}

/** The texts of a list, if all of it is known. */
export function textsOf(property: Property): readonly string[] | undefined {
  if (!isWhole(property)) return undefined;
  const texts = property.elements().known.map((element) => textOf(element.property));
  return texts.includes(undefined) ? undefined : texts as string[];
}

/** A text, with `replacement` for what only the deployment knows. Nothing, if that is all of it. */
export function shapeOf(property: Property, replacement = '*'): string | undefined {
  const value = property.value();
  if (value.kind === 'known') return textOf(property);
  return value.kind === 'text' ? value.parts.map((part) => (typeof part === 'string' ? part : replacement)).join('') : undefined;
}

/** The only resource that a property can mean. */
export function resourceOf(property: Property, ...types: readonly string[]): Resource | undefined {
  const [target, ...others] = targetsOf(property.value(), property.template, types);
  return others.length === 0 && target?.kind === 'resource' && (types.length === 0 || types.includes(target.resource.type)) ? target.resource : undefined;
}
