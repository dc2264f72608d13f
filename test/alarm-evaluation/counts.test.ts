import { readFileSync } from 'fs';
import { join } from 'path';
import { countOf, WAYS } from './counts';

const SIZES = [1, 10, 100];
const PAGE = readFileSync(join(__dirname, '../../docs/alarms.md'), 'utf8');

test.each(WAYS)('the table of docs/alarms.md says what there is: $name', (way) => {
  const counts = SIZES.map((size) => countOf(way, size)).map(({ alarms, others }) => others > 0 ? `${alarms} + ${others}` : `${alarms}`);

  expect(PAGE).toContain(`| ${way.name} | ${counts.join(' | ')} | ${way.sees} |`);
});

test('100 functions take one alarm of each kind with a fleet', () => {
  const [, fleet] = WAYS;

  expect(countOf(fleet, 100)).toEqual(countOf(fleet, 1));
});
