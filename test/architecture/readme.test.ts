import { existsSync, readFileSync } from 'fs';
import { dirname, join } from 'path';
import { filesBelow, ROOT } from './sources';
import { FLOOR, GO_MODULE, LANGUAGES, NEWEST, NODE_VERSIONS } from '../../projenrc/supported-versions';

const pages = ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'VERSIONS.md', 'SECURITY.md', 'docs', 'src', 'examples', 'go', 'benchmarks']
  .flatMap((path) => path.endsWith('.md') ? [path] : filesBelow(path, '.md').map((file) => `${path}/${file}`));

const links = pages.flatMap((page) => [...read(page).replace(/^```[\s\S]*?^```$/gm, '').matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)]*))?\)/g)]
  .map(([, path, anchor]) => ({ page, path: path === '' ? page : join(dirname(page), path), anchor })));

test('links between pages lead somewhere', () => {
  expect(links.length).toBeGreaterThan(140);
  expect(links.filter(({ path }) => !existsSync(join(ROOT, path))).map(({ page, path }) => `${page}: ${path}`)).toEqual([]);
});

test('anchors of links are headings there', () => {
  const anchored = links.filter(({ path, anchor }) => anchor && path.endsWith('.md'));

  expect(anchored.length).toBeGreaterThan(2);
  expect(anchored.filter(({ path, anchor }) => !anchorsOf(path).includes(anchor)).map(({ page, path, anchor }) => `${page}: ${path}#${anchor}`)).toEqual([]);
});

test('every page can be reached from the README', () => {
  const reached = new Set(['README.md']);
  for (const page of reached) {
    for (const link of links.filter((one) => one.page === page)) {
      const target = existsSync(join(ROOT, link.path, 'README.md')) ? join(link.path, 'README.md') : link.path;
      if (target.endsWith('.md')) reached.add(target);
    }
  }

  expect(pages.filter((page) => !reached.has(page) && !page.startsWith('docs/adr/'))).toEqual([]);
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

/** As GitHub makes them of headings. */
function anchorsOf(page: string): string[] {
  return [...read(page).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase().replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '').replace(/ /g, '-'));
}
