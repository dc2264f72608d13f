import * as ts from 'typescript';
import { docOf, isExported, publicTypes, sources, type PublicType } from './sources';

/** What each mixin does to what it finds, in the words users know from ARCHITECTURE.md. */
const MERGE_SENTENCE = /(^|\s)(Adds|Completes|Fails if)\s[^.]+\./;
/** Documented by the interface that every mixin implements. */
const MIXIN_MEMBERS = ['supports', 'applyTo'];

const written = publicTypes().filter(({ source }) => !source.path.endsWith('.generated.ts'));

/** A rule says in its own text what it is: `docs/rules.md` is made of that. */
const RULES = /^validation\/rules\//;

test('every exported declaration outside the private folders has a doc comment', () => {
  const undocumented = sources().filter(({ path }) => !path.endsWith('index.ts') && !/(^|\/)private\//.test(path) && !RULES.test(path))
    .flatMap(({ path, ast }) => ast.statements.filter(isExported).filter((node) => !ts.isExportDeclaration(node) && !docOf(node))
      .map((node) => `${path}: ${node.getText().split('\n')[0]}`));

  expect(undocumented).toEqual([]);
});

test('every member of a public type has a doc comment', () => {
  const undocumented = written.flatMap((type) => membersOf(type).filter((member) => !docOf(member)).map((member) => describeMember(type, member)));

  expect(undocumented).toEqual([]);
});

test('every optional property says its default', () => {
  const silent = written.flatMap((type) => membersOf(type)
    .filter((member) => ts.isPropertySignature(member) && member.questionToken)
    .filter((member) => !/@default \S/.test(docOf(member) ?? ''))
    .map((member) => describeMember(type, member)));

  expect(silent).toEqual([]);
});

test('every mixin says in one sentence what it does to what it finds', () => {
  const silent = written
    .filter(isMixin)
    .filter(({ declaration }) => !MERGE_SENTENCE.test(docOf(declaration) ?? ''))
    .map(({ name }) => name);

  expect(silent).toEqual([]);
});

function membersOf(type: PublicType): (ts.ClassElement | ts.TypeElement | ts.EnumMember)[] {
  return [...type.declaration.members].filter((member) => {
    const hidden = ts.getCombinedModifierFlags(member) & (ts.ModifierFlags.Private | ts.ModifierFlags.Override); // eslint-disable-line no-bitwise
    const name = member.name?.getText() ?? '';
    return !hidden && !ts.isConstructorDeclaration(member) && !ts.isClassStaticBlockDeclaration(member)
      && !name.startsWith('_') && !name.startsWith('#') && !(isMixin(type) && MIXIN_MEMBERS.includes(name));
  });
}

function isMixin({ declaration }: PublicType): boolean {
  return ts.isClassDeclaration(declaration)
    && Boolean(declaration.heritageClauses?.some(({ token, types }) => token === ts.SyntaxKind.ExtendsKeyword && types[0].getText() === 'Mixin'));
}

function describeMember({ name, source }: PublicType, member: ts.ClassElement | ts.TypeElement | ts.EnumMember): string {
  return `${source.path}: ${name}.${member.name?.getText()}`;
}
