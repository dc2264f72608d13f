import type { FailurePath } from '../../../src/analysis';
import { attemptsIn, endOf } from '../../../src/analysis/simulation/timeline';

const pathWith = (attempts: object) => ({ attempts: { waits: [], isOpen: false, ...attempts } }) as unknown as FailurePath;

test.each([
  [{ count: 1 }, [0], 0],
  [{ count: 3, within: 21_600, waits: [60, 120] }, [0, 60, 180], 180],
  [{ count: 3, within: 100, waits: [60, 120] }, [0, 60], 60],
  [{ count: 3, within: 60, waits: [60, 120] }, [0], 0],
  [{ count: 4, waits: [60] }, [0, 60, 120, 180], 180],
  [{ count: 2 }, [0, undefined], undefined],
  [{ within: 600, waits: [300] }, [0], 600],
  [{}, [0], undefined],
])('%j', (attempts, times, end) => {
  const found = attemptsIn(pathWith(attempts));

  expect(found.map(({ at }) => at)).toEqual(times);
  expect(endOf(pathWith(attempts), found)).toBe(end);
});

test('many attempts are not listed', () => {
  const path = pathWith({ count: 185, within: 86_400 });

  expect(attemptsIn(path)).toHaveLength(10);
  expect(endOf(path, attemptsIn(path))).toBe(86_400);
});
