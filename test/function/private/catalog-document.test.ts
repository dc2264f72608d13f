import { ErrorBody, type ErrorAnswer } from '../../../src/api/error-body';
import { ErrorCatalog } from '../../../src/catalog/error-catalog';
import { ErrorDefinition } from '../../../src/catalog/error-definition';
import { CATALOG_VARIABLE, catalogDocument } from '../../../src/function/private/catalog-document';

const catalog = ErrorCatalog.of(ErrorDefinition.permanent('LedgerCorrupt'));

class House extends ErrorBody {
  public readonly contentType = 'application/vnd.house+json';

  public render({ code, title, status }: ErrorAnswer): string {
    return `{"error":{"code":${code},"title":${title},"known":${status === undefined ? 'false' : 'true'}}}`;
  }
}

test('the document of the catalogue is all that is needed for problem details', () => {
  expect(CATALOG_VARIABLE).toBe('LAMBDA_ERROR_CATALOG');
  expect(catalogDocument(catalog)).toBe(catalog.toJson());
  expect(catalogDocument(catalog, ErrorBody.problemDetails())).toBe(catalog.toJson());
});

test('any other body comes with the names of its members in their places', () => {
  const { errors, body } = JSON.parse(catalogDocument(catalog, new House()));

  expect(errors).toEqual(JSON.parse(catalog.toJson()).errors);
  expect(body).toEqual({ contentType: 'application/vnd.house+json', template: '{"error":{"code":$code,"title":$title,"known":true}}' });
});

test('a body that is no JSON is refused: ErrorBodyNotJson', () => {
  class Text extends House {
    public render(): string { return 'it failed'; }
  }
  expect(() => catalogDocument(catalog, new Text())).toThrow(expect.objectContaining({ name: 'ErrorBodyNotJson' }));
});
