import { dirname, join } from 'path';
import { testLanguage } from './languages';
import { ROOT, run } from './packed';
import { installedInPython, missingForPython } from './python';
import { testUnless } from '../support';

testLanguage('Python', missingForPython(), 'app.py', installedInPython);

testUnless(missingForPython(), 'the samples of the pages are Python in the wheel', () => {
  const { python } = installedInPython();
  const read = 'import ast, json, re, sys; sys.path.pop(0); import importlib.util as u, os\n'
    + 'root = os.path.dirname(u.find_spec("cdk_lambda_error_handling").origin)\n'
    + 'pages = [ast.get_docstring(ast.parse(open(os.path.join(root, *page, "__init__.py"), encoding="utf8").read())) for page in [[], ["testing"]]]\n'
    + 'samples = [sample for page in pages for sample in re.findall("```python\\n(.*?)```", page, re.S)]\n'
    + '[ast.parse(sample) for sample in samples]\n'
    + 'print(json.dumps(samples))';
  const samples = JSON.parse(run(ROOT, python, ['-c', read])) as string[];

  expect(samples.length).toBeGreaterThan(8);
  expect(samples.filter((sample) => sample.includes('new '))).toEqual([]);
  expect(samples[0]).toContain('service = ResilientFunction(self, "Service", code=GoCode.from_package("services/orders/cmd/api"))');
}, 600_000);

testUnless(missingForPython(), 'the wheel brings the command line', () => {
  const command = join(dirname(installedInPython().python), 'lambda-errors');

  expect(run(ROOT, command, ['explain', '502'])).toContain('502 of API Gateway REST API');
}, 600_000);
