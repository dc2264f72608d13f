import fc from 'fast-check';
import { evaluateConstraint, fileNameFits, plusBuildToExpression, tagTruth } from '../../../src/function/private/go-constraint';

const target = { goarch: 'arm64', tags: new Set(['lambda.norpc', 'enterprise']) };

test.each([
  ['linux', true], ['unix', true], ['gc', true], ['arm64', true], ['enterprise', true], ['lambda.norpc', true],
  ['amd64', false], ['windows', false], ['cgo', false], ['ignore', false], ['gccgo', false],
  ['go1.25', undefined], ['goexperiment.jsonv2', undefined], ['arm64.v8.1', undefined], ['boringcrypto', undefined],
])('the tag %s is %s for linux/arm64', (tag, expected) => {
  expect(tagTruth(tag, target)).toBe(expected);
});

test.each([
  ['linux && arm64', true],
  ['linux && !arm64', false],
  ['windows || enterprise', true],
  ['!(windows || darwin) && enterprise', true],
  ['ignore', false],
  ['go1.25 && windows', false],
  ['go1.25 || linux', true],
  ['!go1.25', undefined],
  ['windows || go1.25', undefined],
])('%s is %s', (expression, expected) => {
  expect(evaluateConstraint(expression, target)).toBe(expected);
});

test.each(['', '(', 'linux &&', 'linux arm64', '&& linux', 'linux ^ arm64', '!'.repeat(100_000) + 'linux', '('.repeat(100_000)])(
  'an expression that Go refuses is undecided, so that the file counts', (expression) => {
    expect(evaluateConstraint(expression, target)).toBeUndefined();
  });

test('a +build line means OR between blanks and AND between commas', () => {
  expect(evaluateConstraint(plusBuildToExpression('windows linux,!cgo'), target)).toBe(true);
  expect(evaluateConstraint(plusBuildToExpression('windows linux,cgo'), target)).toBe(false);
});

test.each([
  ['x.go', true], ['x_linux.go', true], ['x_arm64.go', true], ['x_linux_arm64.s', true], ['linux.go', true], ['windows.go', true],
  ['x_windows.go', false], ['x_amd64.go', false], ['x_linux_amd64.go', false], ['x_windows_arm64.go', false], ['x_enterprise.go', true],
  ['x_unix.go', true], ['x_windows.gen.go', false], ['_windows.go', false],
])('the file name %s fits linux/arm64: %s', (name, expected) => {
  expect(fileNameFits(name, target)).toBe(expected);
});

test('any text is read without failing', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    expect([true, false, undefined]).toContain(evaluateConstraint(text, target));
    expect(typeof fileNameFits(text, target)).toBe('boolean');
    expect(typeof plusBuildToExpression(text)).toBe('string');
  }));
});
