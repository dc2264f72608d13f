import { graphOf } from '../../../src/cli/graph/graph';
import { svg } from '../../../src/cli/graph/svg';
import { keptTemplate, reportOf } from '../support';

const picture = (template: unknown) => svg(graphOf(reportOf(template)));

test('has a box for each node and an arrow for each edge, in the colour of its verdict', () => {
  const text = picture(keptTemplate());

  expect(text.match(/<rect /g)).toHaveLength(4);
  expect(text.match(/<path class="edge kept"/g)).toHaveLength(3);
  expect(text).toContain('<text class="heading" x="24" y="32">Invoked by</text>');
});

test('a name that is too long is cut, and whole in its title', () => {
  const template = keptTemplate();
  template.Resources.Mail.Properties.Endpoint = `${'x'.repeat(60)}@example.com`;

  expect(picture(template)).toMatch(/<title>x{60}@example\.com<\/title>.*>…x+@example\.com<\/text>/);
});

test('a name that fits is whole; of a longer one the end is shown, of a longer detail the beginning', () => {
  const shown = (title: string, detail: string) => [...svg({ nodes: [{ id: 'a', column: 0, title, detail }], edges: [] }).matchAll(/<text(?: class="detail")? x[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
  const letters = 'abcdefghijklmnopqrstuvwxyzäöüßABCDEFGH';

  expect(shown(letters.slice(0, 28), letters.slice(0, 33))).toEqual([letters.slice(0, 28), letters.slice(0, 33)]);
  expect(shown(letters.slice(0, 29), letters.slice(0, 34))).toEqual([`…${letters.slice(2, 29)}`, `${letters.slice(0, 32)}…`]);
  expect(shown('a', '')).toEqual(['a']);
});

test('arrows go from the right side of a box to the left side of the next', () => {
  const node = (id: string, column: 0 | 1) => ({ id, column, title: id, detail: '' });

  expect(svg({ nodes: [node('a', 0), node('b', 1)], edges: [{ from: 'a', to: 'b', verdict: 'lost', ways: [2, 5] }] }))
    .toContain('<path class="edge lost" data-ways="2 5" d="M274 75 C319 75 319 75 364 75"><title>a → b: lost</title></path>');
});
