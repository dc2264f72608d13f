import { dirname, join } from 'path';
import * as ts from 'typescript';
import { nodesOf, publicTypes } from './sources';

// The list that the jsii compiler warns with; it is not exported, and the compiler does not look at namespaces and parameters.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { isReservedName } = require(join(dirname(require.resolve('jsii/package.json')), 'lib/reserved-words')) as
  { isReservedName(name: string): string[] | undefined };

/** Says nothing about what the thing does. */
const EMPTY_WORD = /(Manager|Helper|Util|Utils|Service|Smart)(?![a-z])/;
/** What a newcomer can hold in mind. Props and options, layers of a scope among them, are read with the class they belong to. */
const MOST_TYPES = 88;

const types = publicTypes();

test('the list of reserved words knows all languages', () => {
  expect(isReservedName('lambda')).toEqual(expect.arrayContaining(['Python']));
  expect(isReservedName('event')).toEqual(expect.arrayContaining(['C#']));
  expect(isReservedName('package')).toEqual(expect.arrayContaining(['Java', 'Go']));
  expect(isReservedName('function')).toBeUndefined();
});

test('no exported name is a reserved word of a language the library is built for', () => {
  const reserved = types.flatMap(({ name, declaration }) => [...name.split('.'), ...namesIn(declaration)]
    .filter((word) => isReservedName(word))
    .map((word) => `${name}: ${word} (${isReservedName(word)!.join()})`));

  expect(reserved).toEqual([]);
});

test('no exported type has an empty word in its name', () => {
  expect(types.map(({ name }) => name).filter((name) => EMPTY_WORD.test(name))).toEqual([]);
});

test('no public signature says any', () => {
  const loose = types.filter(({ source }) => !source.path.endsWith('.generated.ts'))
    .flatMap(({ name, declaration }) => declaration.members.filter(isVisible)
      .filter((member) => !isTypeGuard(member))
      .filter((member) => signatureNodes(member).some(({ kind }) => kind === ts.SyntaxKind.AnyKeyword))
      .map((member) => `${name}.${member.name?.getText() ?? 'constructor'}`));

  expect(loose).toEqual([]);
});

test('no two exported types share a name', () => {
  const names = types.map(({ name }) => name);

  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('every type is exported once: other languages know it under one name', () => {
  const twice = types.filter(({ declaration }) => types.filter((other) => other.declaration === declaration).length > 1).map(({ name }) => name);

  expect(twice).toEqual([]);
});

test('there are few types to learn', () => {
  const learned = types.filter(({ name, declaration }) => !(ts.isInterfaceDeclaration(declaration) && /(Props|Options|Settings|Layer)$/.test(name)));

  expect(learned.length).toBeLessThanOrEqual(MOST_TYPES);
});

function namesIn(declaration: ts.Node): string[] {
  return [...nodesOf(declaration)]
    .filter((node) => ts.isMethodDeclaration(node) || ts.isMethodSignature(node) || ts.isPropertyDeclaration(node) || ts.isPropertySignature(node)
      || ts.isGetAccessor(node) || isPublicParameter(node))
    .filter((node) => !(ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword)))
    .map((node) => (node as ts.NamedDeclaration).name!.getText());
}

function isPublicParameter(node: ts.Node): boolean {
  if (!ts.isParameter(node)) return false;
  const owner = node.parent;
  return (ts.isMethodDeclaration(owner) || ts.isMethodSignature(owner) || ts.isConstructorDeclaration(owner)) && isVisible(owner);
}

function isVisible(member: ts.Declaration): boolean {
  // eslint-disable-next-line no-bitwise
  return !(ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Private);
}

/** Takes anything by its nature. */
function isTypeGuard(member: ts.Declaration): boolean {
  return ts.isMethodDeclaration(member) && member.type !== undefined && ts.isTypePredicateNode(member.type);
}

/** The nodes of a member without those of its body. */
function signatureNodes(member: ts.Node): ts.Node[] {
  const parts: ts.Node[] = [];
  ts.forEachChild(member, (child) => { if (!ts.isBlock(child)) parts.push(...nodesOf(child)); });
  return parts;
}
