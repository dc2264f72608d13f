import * as ts from 'typescript';
import { nodesOf, sources, type Source } from './sources';

test('every error is a coded one', () => {
  const plain = find((node) => ts.isThrowStatement(node) && ts.isNewExpression(node.expression) && node.expression.expression.getText() !== 'ValidationError');

  expect(plain).toEqual([]);
});

test('every warning has an id', () => {
  const anonymous = find((node) => ts.isCallExpression(node) && /\.add(Warning|Error|Info)(V2)?$/.test(node.expression.getText()))
    .filter((found) => !found.startsWith('private/warnings.ts'));

  expect(anonymous).toEqual([]);
});

test('constructs are told apart by type guards, which work across copies of the CDK', () => {
  const fragile = find((node) => ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword
    && /(^|\.)Cfn\w+$/.test(node.right.getText()));

  expect(fragile).toEqual([]);
});

test('no object freezes itself: jsii marks each one that another language sees', () => {
  const frozen = find((node) => ts.isCallExpression(node) && /^Object\.(freeze|seal|preventExtensions)\(this\)$/.test(node.getText()));

  expect(frozen).toEqual([]);
});

test('own classes inherit from own classes one level deep', () => {
  const classes = sources().flatMap(({ ast }) => ast.statements.filter(ts.isClassDeclaration));
  const parents = new Map(classes.map((node) => [node.name!.text, parentOf(node)]));
  const deep = [...parents].filter(([, parent]) => parent && parents.get(parent) && parents.has(parents.get(parent)!)).map(([name]) => name);

  expect(deep).toEqual([]);
});

test('nothing is skipped by a lint comment without the reason beside it', () => {
  const silent = sources().flatMap(({ path, ast }) => ast.text.split('\n')
    .filter((line) => /eslint-disable|@ts-(ignore|expect-error|nocheck)/.test(line) && !/--|: /.test(line))
    .map((line) => `${path}: ${line.trim()}`));

  expect(silent).toEqual([]);
});

function find(matches: (node: ts.Node) => boolean): string[] {
  return sources().flatMap((source) => [...nodesOf(source.ast)].filter(matches).map((node) => place(source, node)));
}

function place({ path, ast }: Source, node: ts.Node): string {
  return `${path}:${ast.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${node.getText().split('\n')[0]}`;
}

function parentOf(node: ts.ClassDeclaration): string | undefined {
  return node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0].expression.getText();
}
