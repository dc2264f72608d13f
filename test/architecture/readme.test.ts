import { existsSync, readFileSync } from 'fs';
import { dirname, join } from 'path';
import { filesBelow, ROOT } from './sources';
import { FLOOR, GO_MODULE, LANGUAGES, NEWEST, NODE_VERSIONS } from '../../projenrc/supported-versions';

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

test('what is called supported is what is tested and packed', () => {
  const ci = read('.ci/run');
  const packer = ['dotnet', 'go/package', 'python', 'java'].map((file) => read(`node_modules/jsii-pacmak/lib/targets/${file}.js`)).join('\n');
  const asked = Object.fromEntries(LANGUAGES.map(({ language, asksFor }) => [language, asksFor]));

  expect(FLOOR.node).toBe(`${NODE_VERSIONS[0]}.0.0`);
  for (const version of NODE_VERSIONS.slice(1)) expect(ci).toContain(`install_node ${version}`);
  expect(packer).toContain(`TARGET_FRAMEWORK = 'net${asked['.NET']}'`);
  expect(packer).toContain(`GO_VERSION = '${asked.Go}'`);
  expect(packer).toContain(`python_requires: '>=${asked.Python}'`);
  expect(packer).toContain(`source: '1.${asked.Java}'`);
  expect(read('go/lambdaerror/go.mod')).toMatch(new RegExp(`^go ${GO_MODULE}$`, 'm'));
});

test('the page of metrics knows every alarm', () => {
  const page = read('docs/metrics.md');
  const methods = filesBelow('src', '-alarm-defaults.ts').flatMap((file) => [...read(`src/${file}`).matchAll(/^ +method: '(\w+)',/gm)].map(([, method]) => method));

  expect(methods.length).toBeGreaterThan(30);
  expect(methods.filter((method) => !page.includes(`.${method}()`))).toEqual([]);
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
