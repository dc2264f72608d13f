import { STYLE } from '../../../src/cli/graph/page-style';

const colours = (text: string) => [...text.matchAll(/(--[\w-]+): #/g)].map(([, name]) => name).sort();

test('has every colour for light and for dark', () => {
  const [light, dark] = STYLE.split('@media (prefers-color-scheme: dark)');

  expect(colours(light).length).toBeGreaterThan(5);
  expect(colours(dark)).toEqual(colours(light));
});

test('loads nothing', () => {
  expect(STYLE).not.toMatch(/url\(|@import/);
});
