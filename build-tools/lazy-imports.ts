/**
 * Rewrites the compiled files so that each loads what it imports when that is first used, as those of aws-cdk-lib do: of an app with functions and queues
 * only, what is for state machines, pipes or HTTP APIs is not read. Index files are left: see `lazy-exports.ts`.
 */
import { readdirSync, writeFileSync } from 'fs';
import { basename, resolve } from 'path';
import * as ts from 'typescript';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const IMPORT = /^const (\w+) = (?:__importStar\()?require\("([^"]+)"\)\)?;$/;
/** What the compiler needs for eager namespaces. */
const HELPERS = ['__importStar', '__setModuleDefault', '__createBinding'];

const files = readdirSync(resolve('lib'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.js') && basename(file) !== 'index.js')
  .map((file) => resolve('lib', file));
const program = ts.createProgram(files, { allowJs: true, noResolve: true, noLib: true, types: [] });
const checker = program.getTypeChecker();
for (const file of files) writeFileSync(file, rewritten(program.getSourceFile(file)!));

function rewritten(source: ts.SourceFile): string {
  const imports = new Map<ts.Node, string>();
  const edits: Edit[] = [];
  for (const statement of source.statements) {
    const [, name, module] = IMPORT.exec(statement.getText()) ?? [];
    if (name === undefined) continue;
    imports.set((statement as ts.VariableStatement).declarationList.declarations[0], name);
    edits.push(edit(statement, `let ${name} = () => { const loaded = require("${module}"); ${name} = () => loaded; return loaded; };`));
  }
  if (imports.size === 0) return source.text;
  visit(source, (node) => {
    const name = imports.get(declarationOf(node)!);
    if (name !== undefined && node.parent !== declarationOf(node)) edits.push(edit(node, isMadeNew(node) ? `(${name}())` : `${name}()`));
  });
  return withoutHelpers(apply(source.text, edits));
}

function declarationOf(node: ts.Node): ts.Node | undefined {
  if (!ts.isIdentifier(node)) return undefined;
  const isShorthand = ts.isShorthandPropertyAssignment(node.parent);
  const symbol = isShorthand ? checker.getShorthandAssignmentValueSymbol(node.parent) : checker.getSymbolAtLocation(node);
  const [declaration] = symbol?.declarations ?? [];
  if (declaration && isShorthand && IMPORT.test(declaration.parent.parent.getText())) {
    throw new Error(`${node.getSourceFile().fileName} uses all of ${node.text} as a value, so it can't load lazily`);
  }
  return declaration;
}

/** Whether what is imported, or a member of it, is what `new` makes: a call would be taken for that. */
function isMadeNew(node: ts.Node): boolean {
  let whole = node;
  while (ts.isPropertyAccessExpression(whole.parent) && whole.parent.expression === whole) whole = whole.parent;
  return ts.isNewExpression(whole.parent) && whole.parent.expression === whole;
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  node.forEachChild((child) => visit(child, see));
}

function edit(node: ts.Node, text: string): Edit {
  return { start: node.getStart(), end: node.getEnd(), text };
}

function apply(text: string, edits: readonly Edit[]): string {
  return [...edits].sort((a, b) => b.start - a.start).reduce((all, { start, end, text: by }) => all.slice(0, start) + by + all.slice(end), text);
}

/** Takes the helpers away that nothing uses any more. */
function withoutHelpers(text: string): string {
  const { statements } = ts.createSourceFile('compiled.js', text, ts.ScriptTarget.Latest, true);
  const isUsed = (name: string) => statements.some((statement) => !isHelper(statement) && new RegExp(`\\b${name}\\b`).test(statement.getText()));
  if (HELPERS.some(isUsed)) return text;
  return apply(text, statements.filter(isHelper).map((one) => ({ start: one.getFullStart(), end: one.getEnd(), text: '' })));
}

function isHelper(statement: ts.Statement): boolean {
  return ts.isVariableStatement(statement) && HELPERS.includes(statement.declarationList.declarations[0].name.getText());
}
