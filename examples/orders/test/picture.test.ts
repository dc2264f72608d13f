import { readFileSync } from 'fs';
import { join } from 'path';
import { picture } from '../picture';

test('the picture of the README shows this service (npm run picture if not)', () => {
  expect(picture()).toBe(readFileSync(join(__dirname, '../../../docs/orders.svg'), 'utf8'));
});
