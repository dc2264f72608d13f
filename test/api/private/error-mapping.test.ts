import { ErrorBody } from '../../../src/api/error-body';
import { ErrorMapping } from '../../../src/api/private/error-mapping';
import { CATALOG } from '../orders-api';

const CORS = { origin: "'https://shop.example'" };

test('the answer to a success comes first, then one per status', () => {
  const answers = new ErrorMapping({ catalog: CATALOG, successStatus: 202 }).answers(undefined);
  expect(answers.map(({ status }) => status)).toEqual(['202', '400', '404', '429', '500', '502', '503', '504']);
  expect(answers.map(({ response }) => response.statusCode)).toEqual(answers.map(({ status }) => status));
  expect(answers.filter(({ response }) => response.selectionPattern === undefined)).toEqual([answers[0]]);
});

test('what a response sends is declared, and what its template sets too', () => {
  const answers = new ErrorMapping({ catalog: CATALOG }).answers(CORS);
  for (const { response, headers } of answers) {
    const sent = Object.keys(response.responseParameters ?? {}).map(name => name.replace('method.response.header.', ''));
    const set = Object.values(response.responseTemplates!).some(template => template.includes('responseOverride.header')) ? ['Retry-After'] : [];
    expect([...headers].sort()).toEqual([...sent, ...set].sort());
  }
});

test('every status of a success is allowed, the first and the last included', () => {
  expect([200, 299].map(successStatus => new ErrorMapping({ catalog: CATALOG, successStatus }).answers(undefined)[0].status)).toEqual(['200', '299']);
});

test('a response that sends no header has no parameters', () => {
  expect(new ErrorMapping({ catalog: CATALOG, errorBody: ErrorBody.plain() }).answers(undefined)[0].response).not.toHaveProperty('responseParameters');
});

test('SuccessStatusInvalid, ErrorBodyNotJson: said at once', () => {
  class Broken extends ErrorBody {
    public readonly contentType = 'text/plain';
    public render(): string { return 'no'; }
  }
  expect(() => new ErrorMapping({ catalog: CATALOG, successStatus: 404 })).toThrow(expect.objectContaining({ name: 'SuccessStatusInvalid' }));
  expect(() => new ErrorMapping({ catalog: CATALOG, errorBody: new Broken() })).toThrow(expect.objectContaining({ name: 'ErrorBodyNotJson' }));
});
