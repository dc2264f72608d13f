import { existsSync, readFileSync } from 'fs';
import { dirname, join } from 'path';
import { filesBelow, ROOT } from './sources';
import { FLOOR, NEWEST } from '../../projenrc/supported-versions';

const pages = ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'docs', 'src', 'examples']
  .flatMap((path) => path.endsWith('.md') ? [path] : filesBelow(path, '.md').map((file) => `${path}/${file}`));

test('links between pages lead somewhere', () => {
  const broken = pages.flatMap((page) => [...read(page).replace(/^```[\s\S]*?^```$/gm, '').matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)(#[^)]*)?\)/g)]
    .filter(([, target]) => !existsSync(join(ROOT, dirname(page), target)))
    .map(([, target]) => `${page}: ${target}`));

  expect(broken).toEqual([]);
});

test('the README names the versions that are tested', () => {
  const readme = read('README.md');

  for (const version of [FLOOR.awsCdkLib, FLOOR.constructs, NEWEST.awsCdkLib]) expect(readme).toContain(version);
  expect(readme).toContain(`Node.js ${FLOOR.node.split('.')[0]}`);
});

test('the lockfile names no registry', () => {
  expect(read('package-lock.json')).not.toContain('"resolved"');
});

test('contributing takes less than 150 lines', () => {
  expect(read('CONTRIBUTING.md').split('\n').length).toBeLessThanOrEqual(151);
});

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
