import { FAILURE_MATRIX } from '../../src/facts/failure-matrix';
import { METRICS } from '../../src/facts/metrics';
import { SAFETY_NETS, type SafetyNet } from '../../src/facts/safety-nets';

const ALL: [string, SafetyNet][] = Object.entries(SAFETY_NETS);

test.each(ALL)('%s: its metrics exist', (_id, { full, torn }) => {
  for (const id of [...full, ...torn]) expect(METRICS).toHaveProperty(id);
});

test('every net catches something', () => {
  const used = new Set(Object.values(FAILURE_MATRIX).flatMap((outcomes) => Object.values(outcomes)).map(({ keptBy }) => keptBy as string));
  expect(ALL.map(([id]) => id).filter((id) => !used.has(id))).toEqual([]);
});

test('only a copy needs a permission, or has metrics', () => {
  for (const [id, { keeps, permittedBy, full, torn }] of ALL) {
    if (keeps !== 'copy') expect([id, permittedBy, full, torn]).toEqual([id, undefined, [], []]);
  }
});
