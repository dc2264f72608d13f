import { readFileSync, readdirSync } from 'fs';
import { join } from 'path';
import { certaintyOf, finding, FINDINGS } from '../../../src/analysis/paths/findings';

test('names are filled in', () => {
  expect(finding('NotPermitted', { who: 'the role', action: 'sqs:SendMessage', what: 'Queue' })).toMatchObject({
    id: 'NotPermitted', effect: 'lost', text: 'the role is not allowed sqs:SendMessage on Queue', fix: 'allow sqs:SendMessage',
  });
});

test('what is found decides', () => {
  const [lost, open, weak] = [finding('KeptNowhere'), finding('MayBeExpress'), finding('TakesBatchAlong')];

  expect([[lost, open], [open, weak], [weak], []].map(certaintyOf)).toEqual(['no', 'unknown', 'yes', 'yes']);
});

test('every finding is made somewhere, and tested', () => {
  const read = (folder: string) => readdirSync(join(__dirname, folder)).filter((file) => file.endsWith('.ts') && !file.startsWith('findings')).map((file) => readFileSync(join(__dirname, folder, file), 'utf8')).join('\n');
  const [sources, tests] = [read('../../../src/analysis/paths'), read('.')];

  expect(Object.keys(FINDINGS).filter((id) => !sources.includes(`'${id}'`))).toEqual([]);
  expect(Object.keys(FINDINGS).filter((id) => !tests.includes(`'${id}'`))).toEqual([]);
});
