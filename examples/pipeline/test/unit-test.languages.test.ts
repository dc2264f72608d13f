import { spawnSync } from 'child_process';
import { join } from 'path';
import { installedInPython, missingForPython } from '../../../test/package/python';
import { testUnless } from '../../../test/support';

testUnless(missingForPython(), 'the unit test in Python passes', () => {
  const { status, stderr } = spawnSync(installedInPython().python, ['-m', 'unittest'], {
    cwd: join(__dirname, '../python'), encoding: 'utf8', env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });

  expect(stderr).toMatch(/^Ran 2 tests in/m);
  expect(status).toBe(0);
}, 600_000);
