import { Assembly, Model } from '../../../src/analysis';
import { issuesOfRules } from '../../../src/cli/check/rules';
import { keptTemplate, lossyTemplate } from '../support';

const issuesOf = (template: unknown) => issuesOfRules([new Model(Assembly.ofTemplate(template, { name: 'Shop' }))]);

test('what breaks a rule has its place, what to do and where AWS says so', () => {
  expect(issuesOf(lossyTemplate())).toContainEqual({
    id: 'AsyncFailureNotKept',
    level: 'error',
    text: expect.stringMatching(/Shop\/Subscription invokes it/),
    fix: expect.any(String),
    place: { id: 'Notify', name: 'Notify', template: 'Shop', type: 'AWS::Lambda::Function' },
    path: expect.stringMatching(/^Properties/),
    source: expect.stringMatching(/^https:\/\/docs\.aws\.amazon\.com\//),
  });
});

test('what is wired well breaks no rule of level error', () => {
  expect(issuesOf(keptTemplate()).filter(({ level }) => level === 'error')).toEqual([]);
});

test('the text names the property without what every property begins with, or the resource as a whole', () => {
  const texts = issuesOf(lossyTemplate()).map(({ path, text }) => [path, text]);

  expect(texts.filter(([path, text]) => path !== 'Properties' && !text!.includes(` ${path!.replace('Properties.', '')} `))).toEqual([]);
  expect(texts.filter(([, text]) => / Properties[. ]/.test(text!))).toEqual([]);
  expect(texts.length).toBeGreaterThan(0);
});
