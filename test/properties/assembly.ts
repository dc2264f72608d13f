import { existsSync, readFileSync } from 'fs';
import { join } from 'path';

export interface TypeRef {
  readonly primitive?: string;
  readonly fqn?: string;
  readonly collection?: { readonly kind: 'array' | 'map'; readonly elementtype: TypeRef };
}

export interface Member {
  readonly name: string;
  readonly type: TypeRef;
  readonly optional?: boolean;
  /** The struct that it is declared in. */
  readonly of?: string;
}

interface Method {
  readonly name: string;
  readonly static?: boolean;
  readonly parameters?: readonly Member[];
}

interface Type {
  readonly kind: 'class' | 'interface' | 'enum';
  readonly datatype?: boolean;
  readonly abstract?: boolean;
  readonly base?: string;
  readonly interfaces?: readonly string[];
  readonly properties?: readonly Member[];
  readonly members?: readonly { readonly name: string }[];
  readonly methods?: readonly Method[];
  readonly initializer?: { readonly parameters?: readonly Member[] };
}

const ROOT = join(__dirname, '..', '..');
const PACKAGE = 'cdk-lambda-error-handling.';
/** The public API as it was compiled last; where nothing was compiled, as it was released. */
const path = [join(ROOT, '.jsii'), join(ROOT, 'compat', 'baseline.jsii')].find(existsSync)!;
const types: Record<string, Type> = JSON.parse(readFileSync(path, 'utf8')).types;

/** The names of the public classes, those of a namespace with it. */
export function classes(): string[] {
  return Object.keys(types).filter((fqn) => types[fqn].kind === 'class').map((fqn) => fqn.slice(PACKAGE.length));
}

/** A public type of this package. */
export function typeOf(fqn: string): Type | undefined {
  return types[fqn] ?? types[PACKAGE + fqn];
}

/** The members of a struct, with those of the structs that it extends. */
export function membersOf(fqn: string): Member[] {
  const { properties = [], interfaces = [] } = typeOf(fqn)!;
  return [...interfaces.filter(typeOf).flatMap(membersOf), ...properties.map((member) => ({ ...member, of: fqn }))];
}

/** The struct that a class is made with, if any. */
export function propsOf(name: string): string | undefined {
  return structOf(typeOf(name)?.initializer?.parameters);
}

/** The methods of an object that take one struct of this package or nothing at all, with those of its base. */
export function methodsOf(name: string): { readonly name: string; readonly struct?: string }[] {
  const { methods = [], base = '' } = typeOf(name)!;
  const takesOptions = (parameters: readonly Member[] = []) => parameters.length === 0 || (parameters.length === 1 && structOf(parameters));
  const own = methods.filter(({ static: isStatic, parameters }) => !isStatic && takesOptions(parameters));
  return [...typeOf(base) ? methodsOf(base) : [], ...own.map((method) => ({ name: method.name, struct: structOf(method.parameters) }))];
}

/** The struct that a static method takes. */
export function optionsOf(name: string, method: string): string | undefined {
  return structOf(typeOf(name)?.methods?.find((one) => one.name === method)?.parameters);
}

function structOf(parameters: readonly Member[] = []): string | undefined {
  return parameters.map(({ type }) => type.fqn ?? '').find((fqn) => typeOf(fqn)?.datatype);
}
