import { readFileSync } from 'fs';
import { join } from 'path';
import { parse } from 'yaml';

const { on, jobs } = parse(readFileSync(join(__dirname, '../../.github/workflows/release.yml'), 'utf8'));

test('a release is asked for by hand', () => {
  expect(Object.keys(on)).toEqual(['workflow_dispatch']);
});

test('nothing is released before everything that a change must pass has passed', () => {
  const commands = jobs.release.steps.map(({ run }: { run?: string }) => run);

  expect(commands).toContain('.ci/run');
  expect(commands.indexOf('.ci/run')).toBeLessThan(commands.indexOf('npx projen release'));
  for (const [name, job] of Object.entries<{ needs: string | string[] }>(jobs)) {
    if (name !== 'release') expect([job.needs].flat()).toContain('release');
  }
});

test('all registries are published to, npm with provenance and without a token', () => {
  expect(Object.keys(jobs).sort()).toEqual(['release', 'release_github', 'release_golang', 'release_maven', 'release_npm', 'release_nuget', 'release_pypi']);

  const { env } = jobs.release_npm.steps.find(({ name }: { name: string }) => name === 'Release');
  expect(env).toMatchObject({ NPM_CONFIG_PROVENANCE: 'true', NPM_TRUSTED_PUBLISHER: 'true' });
  expect(jobs.release_npm.permissions).toEqual({ 'id-token': 'write', 'contents': 'read' });
});
