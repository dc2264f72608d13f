import { ErrorCategory } from '../../../src/catalog/error-category';
import { CATEGORY_RULES } from '../../../src/catalog/private/category-rules';

test.each(Object.values(ErrorCategory))('the default status of %s errors is one that they may have', category => {
  const rule = CATEGORY_RULES[category];
  expect(rule.allowsStatus(rule.defaultStatus)).toBe(true);
});

test('no status says "change the request" and "try again" at once', () => {
  const statuses = Array.from({ length: 600 }, (_, status) => status);
  const { allowsStatus } = CATEGORY_RULES[ErrorCategory.CLIENT];
  const others = [ErrorCategory.THROTTLED, ErrorCategory.TEMPORARY, ErrorCategory.PERMANENT].map(category => CATEGORY_RULES[category]);
  expect(statuses.filter(status => allowsStatus(status) && others.some(other => other.allowsStatus(status)))).toEqual([]);
});
