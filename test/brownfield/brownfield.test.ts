import type { App } from 'aws-cdk-lib';
import { APPS } from './apps';
import { dependencyCycles } from './support/cycles';
import { ADDITIONS } from './support/expected-additions';
import { findingsIn, parsed, type Step, templatesOf, withApp } from './support/synthesized';
import { templateDiff } from './support/template-diff';
import { reportedIds, WAYS } from './support/wire';
import { ErrorHandlingAction } from '../../src/mixins/error-handling-report';
import type { LambdaErrorHandling } from '../../src/mixins/lambda-error-handling';

describe.each(APPS)('an app of $name', ({ build, changedIds }) => {
  const plain = once(() => synthesized(build));
  const wired = Object.fromEntries(Object.entries(WAYS).map(([way, wire]) => [way, once(() => synthesized(build, wire))]));

  test('has a stack of at least 100 resources', () => {
    expect(Math.max(...Object.values(plain().templates).map(({ Resources }) => Object.keys(Resources).length))).toBeGreaterThanOrEqual(100);
  });

  test('becomes the same, whichever way it is wired', () => {
    const [first, ...others] = Object.values(wired).map((make) => make().templates);

    others.forEach((other) => expect(other).toEqual(first));
  });

  describe.each(Object.keys(WAYS))('wired %s', (way) => {
    test('keeps everything as it was, beside what is added', () => {
      const all = diffs(way);

      expect(all.flatMap(({ violations }) => violations)).toEqual([]);
      expect(all.flatMap(({ newResources }) => newResources)).not.toEqual([]);
    });

    test('changes no ids but those that CDK derives from content, and reports these', () => {
      const changed = diffs(way).flatMap((diff) => diff.changedIds);

      expect(changed.map(({ before }) => before.replace(/[0-9A-F]{8}[0-9a-f]{32}$/, ''))).toEqual(changedIds);
      expect(wired[way]().changed).toEqual(changed.map(({ after }) => after).sort());
    });

    test('gets nothing added but what is deployed without interruption', () => {
      const added = additions(way).map(({ type, path }) => `${type}${path}`);

      expect(added.filter((addition) => !ADDITIONS.some((expected) => expected.test(addition)))).toEqual([]);
    });

    test('has each resource in the report that has other properties, and no other', () => {
      const completed = additions(way).filter(({ type, path }) => /^\.Properties/.test(path) && !/Policy$/.test(type)).map(({ id }) => id);

      const { Resources } = Object.values(wired[way]().templates)[0];
      // the answers of an API are resources of their own
      expect(wired[way]().completed.filter((id) => Resources[id].Type !== 'AWS::ApiGateway::RestApi')).toEqual([...new Set(completed)].sort());
    });

    test('is the same to the byte when it is built again', () => {
      expect(synthesized(build, WAYS[way]).texts).toEqual(wired[way]().texts);
    });

    test('is the same to the byte when it is synthesized again', () => {
      expect(wired[way]().again).toEqual(wired[way]().texts);
    });

    test('has no resources that wait for each other', () => {
      expect(Object.values(wired[way]().templates).flatMap(dependencyCycles)).toEqual([]);
    });

    test('is as clean under the validation of CDK as before', () => {
      const before = plain().findings;

      // A gateway response beside an inline definition is W3660 to newer releases of CDK. Nothing is written into
      // a definition of the user, so it stands.
      const added = wired[way]().findings.filter((finding) => !before.includes(finding) && !/^W3660 \w+ Properties\.Body$/.test(finding));

      expect(added).toEqual([]);
    });
  });

  function additions(way: string) {
    return Object.values(wired[way]().templates).flatMap(({ Resources }, i) => diffs(way)[i].additions
      .map((addition) => addition.match(/^(\w+)(.*)$/)!).map(([, id, path]) => ({ id, path, type: Resources[id].Type })));
  }

  function diffs(way: string) {
    return Object.entries(plain().templates).map(([file, template]) => templateDiff(template, wired[way]().templates[file]));
  }
});

function synthesized(build: Step, wire?: (app: App) => LambdaErrorHandling) {
  return withApp((app) => {
    build(app);
    const mixin = wire?.(app);
    const texts = templatesOf(app);
    const reported = (what: ErrorHandlingAction) => mixin ? reportedIds(mixin, app, what).sort() : [];
    const [changed, completed] = [ErrorHandlingAction.NEW_LOGICAL_ID, ErrorHandlingAction.COMPLETED].map(reported);
    return { texts, changed, completed, again: templatesOf(app), templates: parsed(texts), findings: findingsIn(app) };
  });
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
