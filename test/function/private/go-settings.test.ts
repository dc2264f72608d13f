import * as path from 'path';
import { DockerImage, Lazy } from 'aws-cdk-lib';
import type { GoCodeOptions } from '../../../src/function/go-code-options';
import { readGoSettings } from '../../../src/function/private/go-settings';
import { failureOf } from '../go-fixtures';

const hashed = (options: GoCodeOptions) => readGoSettings('cmd/api', options).hashed;

test('a path is relative to the working directory', () => {
  expect(readGoSettings('cmd/api', {})).toMatchObject({ path: 'cmd/api', folder: path.join(process.cwd(), 'cmd/api'), tags: ['lambda.norpc'], ldflags: [] });
});

test('the order of tags and variables does not count', () => {
  expect(hashed({ buildTags: ['a', 'b'], environment: { X: '1', Y: '2' } })).toBe(hashed({ buildTags: ['b', 'a', 'a'], environment: { Y: '2', X: '1' } }));
});

test('where modules come from does not count, which toolchain builds does', () => {
  expect(hashed({ environment: { GOPROXY: 'https://proxy.example.com', GOPRIVATE: 'example.com', GOMODCACHE: '/somewhere' } })).toBe(hashed({ environment: {} }));
  expect(hashed({ environment: { GOTOOLCHAIN: 'go1.26.0' } })).not.toBe(hashed({}));
});

test('an image counts when it is given', () => {
  expect(hashed({ dockerImage: DockerImage.fromRegistry('golang:1.26') })).not.toBe(hashed({}));
});

test.each(['', 'a b', 'a,b', '-tags', '!a'])('the build tag %j fails with GoBuildTagInvalid', (tag) => {
  expect(failureOf(() => readGoSettings('cmd/api', { buildTags: ['fine', tag] }))).toMatchObject({
    name: 'GoBuildTagInvalid', message: expect.stringContaining(`buildTags of the GoCode cmd/api has ${JSON.stringify(tag)}`),
  });
});

test.each(['GOOS', 'GOARCH', 'CGO_ENABLED', 'GOFLAGS', 'GOENV', 'GOWORK'])('the variable %s fails with GoEnvironmentReserved', (name) => {
  expect(failureOf(() => readGoSettings('cmd/api', { environment: { [name]: 'x' } }))).toMatchObject({
    name: 'GoEnvironmentReserved', message: expect.stringContaining(`environment of the GoCode cmd/api sets ${name} to "x"`),
  });
});

test('GOWORK may be off', () => {
  expect(readGoSettings('cmd/api', { environment: { GOWORK: 'off' } }).environment).toEqual({ GOWORK: 'off' });
});

const later = () => Lazy.string({ produce: () => 'later' });

test.each<[string, () => unknown]>([
  ['path', () => readGoSettings(later(), {})],
  ['buildTags', () => readGoSettings('cmd/api', { buildTags: [later()] })],
  ['ldflags', () => readGoSettings('cmd/api', { ldflags: [`-X main.table=${later()}`] })],
  ['ldflags', () => readGoSettings('cmd/api', { ldflags: Lazy.list({ produce: () => ['later'] }) })],
  ['environment', () => readGoSettings('cmd/api', { environment: { X: later() } })],
])('a token in %s fails with GoOptionUnresolved', (option, read) => {
  expect(failureOf(read)).toMatchObject({ name: 'GoOptionUnresolved', message: expect.stringContaining(`${option} of the GoCode`) });
});
