import { run } from '../support';

test('prints what is known, with labels in line', () => {
  const { code, out } = run('explain', 'wrapError');

  expect(code).toBe(0);
  expect(out).toMatch(/^wrapError: errorType of a Go handler\n {2}what happened {2}the handler returned fmt\.Errorf.*\n {2}tells apart {4}no: /);
});

test('prints it as JSON', () => {
  expect(JSON.parse(run('explain', 'THROTTLED', '--format', 'json').out)).toEqual([expect.objectContaining({ title: 'THROTTLED: gateway response of a REST API, HTTP 429' })]);
});

test('an unknown term is bad input', () => {
  expect(run('explain', 'nonsense-term')).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/\[ExplainUnknownTerm\]$/) });
});
