import { ErrorBody } from '../../src/api/error-body';

const answer = { problemType: '"about:blank"', title: '"Not Found"', status: '404', detail: '"Order not found"', code: '"OrderNotFound"', requestId: '"r"' };

describe('problem details', () => {
  const body = ErrorBody.problemDetails();

  test('have the members of RFC 9457, the code and the id of the request', () => {
    expect(JSON.parse(body.render(answer))).toEqual({
      type: 'about:blank', title: 'Not Found', status: 404, detail: 'Order not found', code: 'OrderNotFound', requestId: 'r',
    });
    expect(body.contentType).toBe('application/problem+json');
  });

  test('have no status where none is known', () => {
    expect(JSON.parse(body.render({ ...answer, status: undefined }))).not.toHaveProperty('status');
  });
});

test('a plain body has the message that API Gateway itself would send, the code and the id of the request', () => {
  const body = ErrorBody.plain();
  expect(JSON.parse(body.render(answer))).toEqual({ message: 'Order not found', code: 'OrderNotFound', requestId: 'r' });
  expect(body.contentType).toBe('application/json');
});
