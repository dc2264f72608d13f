import * as fc from 'fast-check';
import { ErrorBody, type ErrorAnswer } from '../../../src/api/error-body';
import { ErrorCatalog } from '../../../src/catalog/error-catalog';
import { ErrorDefinition } from '../../../src/catalog/error-definition';
import { CATALOG_VARIABLE, catalogDocument } from '../../../src/function/private/catalog-document';
import { Catalog } from '../../../src/handler/catalog';
import { LambdaError } from '../../../src/handler/lambda-error';
import { anyDefinitions } from '../../catalog/random-definitions';

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

test('any catalogue is read by handlers as it was declared', () => {
  fc.assert(fc.property(anyDefinitions, (definitions) => {
    const read = new Catalog(catalogDocument(ErrorCatalog.of(...definitions)));
    for (const { code, category, httpStatus, message, documentationUrl, retryable, messagePrefix, ...definition } of definitions) {
      const { exposeFunctionMessage: exposed = false, retryAfter: wait, ...rest } = read.definitionOf(new LambdaError(code, 'x'))!;
      expect({ documentationUrl: undefined, messagePrefix: undefined, ...rest })
        .toEqual({ code, category, httpStatus, message, documentationUrl, retryable, messagePrefix });
      expect([exposed, wait]).toEqual([definition.exposeFunctionMessage, definition.retryAfter?.toSeconds()]);
    }
  }), { numRuns: 100 });
});
