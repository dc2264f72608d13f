import { ErrorBody } from '../../../src/api/error-body';
import type { ErrorAnswer } from '../../../src/api/error-body';
import { renderAnswer, validateBody } from '../../../src/api/private/answers';
import { render, REQUEST_ID } from '../api-gateway-evaluator';

class Own extends ErrorBody {
  public readonly contentType = 'application/vnd.shop+json';

  constructor(private readonly write: (answer: ErrorAnswer) => string) {
    super();
  }

  public render(answer: ErrorAnswer): string {
    return this.write(answer);
  }
}

test('an answer is made of texts and of what API Gateway fills in', () => {
  const template = renderAnswer(ErrorBody.problemDetails(), {
    code: 'OrderNotFound', status: 404, detail: { filledIn: "$input.json('$.errorMessage')" }, documentationUrl: 'https://docs.example/#gone',
  });
  expect(JSON.parse(render(template, '{"errorMessage":"no \\"order\\""}', { requestId: REQUEST_ID }))).toEqual({
    type: 'https://docs.example/#gone', title: 'Not Found', status: 404, detail: 'no "order"', code: 'OrderNotFound', requestId: REQUEST_ID,
  });
});

test('a body of the user\'s own is told its members with quotes', () => {
  const body = new Own(({ code, detail }) => `{"error":{"code":${code},"text":${detail}}}`);
  expect(() => validateBody(body)).not.toThrow();
  expect(JSON.parse(renderAnswer(body, { code: 'Gone', detail: 'It "left"', status: 404 }))).toEqual({ error: { code: 'Gone', text: 'It "left"' } });
});

test.each([
  ['quotes around quotes', ({ code }: ErrorAnswer) => `{"code":"${code}"}`],
  ['a status that may be missing', ({ status }: ErrorAnswer) => `{"status":${status}}`],
  ['no JSON at all', ({ detail }: ErrorAnswer) => `<p>${detail}</p>`],
])('ErrorBodyNotJson: %s', (_, write) => {
  expect(() => validateBody(new Own(write))).toThrow(expect.objectContaining({ name: 'ErrorBodyNotJson', message: expect.stringContaining('render() of Own must return JSON') }));
});
