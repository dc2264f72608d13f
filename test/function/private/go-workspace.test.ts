import * as path from 'path';
import { GoFiles } from '../../../src/function/private/go-files';
import { GoWorkspace } from '../../../src/function/private/go-workspace';
import { failureOf, MAIN, temporaryFolder, write, type Files } from '../go-fixtures';

function workspace(files: Files, at = 'service/cmd/api', useWorkFile = true): { root: string; found: GoWorkspace } {
  const root = write({ 'service/cmd/api/main.go': MAIN, ...files });
  return { root, found: GoWorkspace.around(path.join(root, at), new GoFiles(), useWorkFile) };
}

const pinNames = (found: GoWorkspace) => found.pins().map(([name]) => name);

test('finds the module above a package', () => {
  const { root, found } = workspace({ 'service/go.mod': 'module example.com/service\n', 'service/go.sum': '' });

  expect(found.module).toMatchObject({ path: 'example.com/service', folder: path.join(root, 'service') });
  expect(pinNames(found)).toEqual(['example.com/service/go.mod', 'example.com/service/go.sum']);
});

test('an import of the module or of a local replacement is in a folder here, others are not', () => {
  const { root, found } = workspace({
    'service/go.mod': 'module example.com/service\nreplace example.com/shared => ../shared\nreplace example.com/absent => ../absent\n',
    'service/api/a.go': '',
    'service/nested/go.mod': 'module example.com/service/nested\n',
    'service/nested/n/n.go': '',
    'shared/go.mod': 'module renamed\n',
    'shared/text/t.go': '',
  });

  expect(found.folderOf('example.com/service/api')?.folder).toBe(path.join(root, 'service/api'));
  expect(found.folderOf('example.com/shared/text')).toMatchObject({ folder: path.join(root, 'shared/text'), name: 'example.com/shared/text' });
  for (const elsewhere of ['fmt', 'example.com/published/x', 'example.com/service/nested/n', 'example.com/service/absent', 'example.com/absent/x',
    'example.com/servicex', 'example.com/service/../shared', 'example.com/service//api', 'example.com/service/\0']) {
    expect(found.folderOf(elsewhere)).toBeUndefined();
  }
});

test('the longest module path wins', () => {
  const { root, found } = workspace({
    'service/go.mod': 'module example.com/service\nreplace example.com/service/nested => ./nested\n',
    'service/nested/go.mod': 'module example.com/service/nested\n',
    'service/nested/n/n.go': '',
  });

  expect(found.folderOf('example.com/service/nested/n')?.folder).toBe(path.join(root, 'service/nested/n'));
});

test('a go.work brings its modules and replacements', () => {
  const { root, found } = workspace({
    'go.work': 'go 1.21\nuse (\n\t./service\n\t./shared\n\t./gone\n)\nreplace example.com/third => ./third\n',
    'go.work.sum': '',
    'service/go.mod': 'module example.com/service\n',
    'shared/go.mod': 'module example.com/shared\n',
    'shared/s.go': '',
    'third/go.mod': 'module example.com/third\n',
    'third/t.go': '',
  });

  expect(found.folderOf('example.com/shared')?.folder).toBe(path.join(root, 'shared'));
  expect(found.folderOf('example.com/third')?.folder).toBe(path.join(root, 'third'));
  expect(pinNames(found)).toEqual(['go.work', 'go.work.sum', 'example.com/service/go.mod', 'example.com/shared/go.mod', 'example.com/third/go.mod']);
});

test('a go.work that does not list the module fails with GoModuleNotInWorkspace, unless workspaces are off', () => {
  const files = { 'go.work': 'go 1.21\nuse ./other\n', 'service/go.mod': 'module example.com/service\n' };

  const error = failureOf(() => workspace(files));

  expect(error.name).toBe('GoModuleNotInWorkspace');
  expect(error.message).toContain('is not one of the workspace modules listed in');
  expect(workspace(files, undefined, false).found.workFile).toBeUndefined();
});

describe('vendored packages', () => {
  const files = {
    'service/go.mod': 'module example.com/service\ngo 1.21\nreplace example.com/shared => ../shared\n',
    'service/vendor/modules.txt': '# example.com/shared v0.0.0 => ../shared\n',
    'service/vendor/example.com/shared/s.go': '',
    'shared/go.mod': 'module example.com/shared\n',
    'shared/s.go': '',
  };

  test('come before replacements and count by their name in vendor', () => {
    const { root, found } = workspace(files);

    expect(found.folderOf('example.com/shared')).toEqual({ folder: path.join(root, 'service/vendor/example.com/shared'), name: 'vendor/example.com/shared' });
    expect(found.folderOf('example.com/not-vendored')).toBeUndefined();
    expect(pinNames(found)).toContain('vendor/modules.txt');
    expect(found.reachableThroughPublished()).toEqual([]);
  });

  test.each([
    ['go 1.13 and older', { 'service/go.mod': files['service/go.mod'].replace('1.21', '1.13') }],
    ['a vendor folder of a workspace, outside one', { 'service/vendor/modules.txt': '## workspace\n' }],
  ])('are not used with %s', (_, change) => {
    const { root, found } = workspace({ ...files, ...change });

    expect(found.folderOf('example.com/shared')?.folder).toBe(path.join(root, 'shared'));
  });
});

test('a published module may import a local one only when that was published too', () => {
  const { found } = workspace({
    'service/go.mod': [
      'module example.com/service', 'require example.com/fork v1.2.0', 'require example.com/local v0.0.0', 'replace example.com/fork => ../fork',
      'replace example.com/local => ../local', 'replace example.com/unused => ../unused', '',
    ].join('\n'),
    'fork/go.mod': 'module example.com/fork\n',
    'local/go.mod': 'module example.com/local\n',
    'unused/go.mod': 'module example.com/unused\n',
  });

  expect(found.reachableThroughPublished().map((module) => module.path)).toEqual(['example.com/fork']);
});

test('a folder outside any module fails with GoModuleNotFound in Go\'s words', () => {
  const error = failureOf(() => GoWorkspace.around(temporaryFolder(), new GoFiles(), true));

  expect(error.name).toBe('GoModuleNotFound');
  expect(error.message).toContain('go.mod file not found in current directory or any parent directory');
});

test.each(['', 'go 1.21\n', 'module', '\0\x01\x02', '((('])('a go.mod without a module fails with GoModuleInvalid: %j', (content) => {
  const error = failureOf(() => workspace({ 'service/go.mod': content }));

  expect(error.name).toBe('GoModuleInvalid');
  expect(error.message).toContain('no module declaration in go.mod');
});
