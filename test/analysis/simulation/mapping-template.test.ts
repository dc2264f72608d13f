import { render } from '../../../src/analysis/simulation/mapping-template';

test('a template with all it sets', () => {
  expect(render("#set($context.responseOverride.status = 404){\"m\":$input.json('$.errorMessage')}", '{"errorMessage":"a"}')).toEqual({ body: '{"m":"a"}', status: 404, headers: {} });
});

test.each(['#foreach($x in [1])a#end', '#if(', '#end', '\\\\$input.body', "#if('a' == 'a')b"])('%s is refused', (template) => {
  expect(render(template, '{}')).toEqual({ unsupported: expect.any(String) });
});
