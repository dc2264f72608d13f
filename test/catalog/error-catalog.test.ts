import { ErrorCatalog } from '../../src/catalog/error-catalog';
import { ErrorDefinition } from '../../src/catalog/error-definition';

test('it holds its errors in the order of their codes, however they are declared', () => {
  const [busy, gone, late] = [ErrorDefinition.temporary('Busy'), ErrorDefinition.client('Gone'), ErrorDefinition.permanent('Late')];
  expect(ErrorCatalog.of(late, busy, gone).definitions).toEqual([busy, gone, late]);
});

test('it may be empty', () => {
  expect(ErrorCatalog.of().definitions).toEqual([]);
});

test('what it hands out is a copy', () => {
  const catalog = ErrorCatalog.of(ErrorDefinition.client('Gone'));
  catalog.definitions.pop();
  expect(catalog.definitions).toHaveLength(1);
});

test('ErrorCodeDuplicate: a code stands for one error', () => {
  expect(() => ErrorCatalog.of(ErrorDefinition.client('Gone'), ErrorDefinition.permanent('Gone'))).toThrow(expect.objectContaining({
    name: 'ErrorCodeDuplicate',
    message: "ErrorCatalog.of(): code 'Gone' is defined twice, as client and as permanent; keep one of them or rename it",
  }));
});

test('it renders itself for handlers, tools and readers', () => {
  const catalog = ErrorCatalog.of(ErrorDefinition.client('Zebra'), ErrorDefinition.client('Gone'));
  expect(JSON.parse(catalog.toJson()).errors.map(({ code }: { code: string }) => code)).toEqual(['Gone', 'Zebra']);
  expect(catalog.toGoSource({ packageName: 'apperrors' })).toContain('const CodeGone = "Gone"');
  expect(catalog.toMarkdown()).toContain('| Gone | 400 |');
});
