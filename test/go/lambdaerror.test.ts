import { join } from 'path';
import { contract, MODULE, writtenContract } from './contract';
import { runIn } from './module';
import { testWith } from '../support';

const FUZZ_TESTS = ['FuzzMessageBeginsWithTheCode', 'FuzzParseCatalog', 'FuzzBodyIsJSON'];

test('what REST APIs answer is what the tests of the module expect', () => {
  expect(writtenContract()).toEqual(contract());
});

testWith('go', 'the module passes its tests', () => {
  expect(runIn(MODULE, 'go', 'test', './...')).toContain('ok');
}, 180_000);

testWith('go', 'the module is vetted, and needs nothing but aws-lambda-go', () => {
  runIn(MODULE, 'go', 'vet', './...');
  runIn(join(__dirname, 'service'), 'go', 'vet', './...');
  const modules = runIn(MODULE, 'go', 'list', '-deps', '-f', '{{with .Module}}{{.Path}}{{end}}', './...').split('\n').filter(Boolean);
  expect([...new Set(modules)].sort()).toEqual([
    'github.com/aws/aws-lambda-go', 'github.com/cdk-lambda-error-handling/cdk-lambda-error-handling/go/lambdaerror',
  ]);
}, 120_000);

testWith('gofmt', 'the module is formatted, and the handlers of its tests', () => {
  expect(runIn(MODULE, 'gofmt', '-l', '.', join(__dirname, 'service'))).toBe('');
});

FUZZ_TESTS.forEach((name) => testWith('go', `${name} finds nothing in a few seconds`, () => {
  expect(runIn(MODULE, 'go', 'test', '-run', '^$', '-fuzz', `^${name}$`, '-fuzztime', '2000x', '.')).toContain('PASS');
}, 180_000));
