import { dirname, join } from 'path';
import { testLanguage } from './languages';
import { ROOT, run } from './packed';
import { installedInPython, missingForPython } from './python';
import { testUnless } from '../support';

testLanguage('Python', missingForPython(), 'app.py', installedInPython);

testUnless(missingForPython(), 'the wheel brings the command line', () => {
  const command = join(dirname(installedInPython().python), 'lambda-errors');

  expect(run(ROOT, command, ['explain', '502'])).toContain('502 of API Gateway REST API');
}, 600_000);
