import * as fc from 'fast-check';
import { damaged, runs, TIMEOUT_MS } from './inputs';
import { evaluateConstraint, fileNameFits, plusBuildToExpression } from '../../src/function/private/go-constraint';
import { goVersionAtLeast, readGoModFile } from '../../src/function/private/go-mod';
import { readGoSource } from '../../src/function/private/go-source';

const TARGET = { goarch: 'arm64', tags: new Set(['lambda']) };
const SOURCE = `//go:build linux && (arm64 || !amd64)
// +build linux

/* a comment */ package main

import (
\tf "fmt" // why
\t_ "embed"
\t\`os\`
)

//go:embed "a b" *.txt \`c\`
var files embed.FS

func main() { f.Println('\\'', "\\"", \`raw "\`) }
`;
const MODULE = `module "example.com/a" // why

go 1.24.1
toolchain go1.24.2

require (
\tgithub.com/aws/aws-lambda-go v1.49.0 // indirect
)
replace example.com/b v1.0.0 => ../b
replace (
\texample.com/c => "../c d"
)
exclude x v1
`;

test('whatever a Go file is, it is read', () => {
  fc.assert(fc.property(fc.oneof(damaged(SOURCE), fc.string({ unit: 'binary' })), (text) => { readGoSource(text); }), runs(500));
}, TIMEOUT_MS);

test('whatever a go.mod is, it is read', () => {
  fc.assert(fc.property(fc.oneof(damaged(MODULE), fc.string({ unit: 'binary' })), (text) => { goVersionAtLeast(readGoModFile(text).go, 21); }), runs(500));
}, TIMEOUT_MS);

test('whatever a build constraint is, it has a truth or none', () => {
  const expression = fc.oneof(fc.array(fc.constantFrom('linux', '&&', '||', '!', '(', ')', ' ', 'go1.99', '_', '&', 'ü', '\n'), { maxLength: 30 }).map((all) => all.join('')), fc.string());
  fc.assert(fc.property(expression, (text) => {
    expect([true, false, undefined]).toContain(evaluateConstraint(text, TARGET));
    expect([true, false, undefined]).toContain(evaluateConstraint(plusBuildToExpression(text), TARGET));
    fileNameFits(text, TARGET);
  }), runs(500));
}, TIMEOUT_MS);

test.each([['parentheses', '('.repeat(50_000)], ['negations', `${'!'.repeat(50_000)}linux`], ['a comment without an end', `/*${'*'.repeat(100_000)}`], ['spaces', `${' '.repeat(100_000)}x`], ['tabs in a block', `require (\n${'\t'.repeat(100_000)}`]])('100,000 %s are no danger', (_, text) => {
  const start = Date.now();
  expect(() => { readGoSource(text); readGoSource(`//go:build ${text}\n\npackage a`); readGoModFile(text); evaluateConstraint(text, TARGET); }).not.toThrow();
  expect(Date.now() - start).toBeLessThan(5_000);
}, 20_000);
