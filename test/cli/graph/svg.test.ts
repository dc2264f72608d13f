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
