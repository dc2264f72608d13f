import { readFileSync, readdirSync } from 'fs';
import { dirname } from 'path';
import { keptTemplate, removeWritten, run, written } from '../support';

afterAll(removeWritten);

test.each([['mermaid', /^flowchart LR/], ['svg', /^<svg xmlns/], ['html', /^<!doctype html>/]])('writes %s', (format, start) => {
  expect(run('graph', written('kept.json', keptTemplate()), '--format', format)).toMatchObject({ code: 0, out: expect.stringMatching(start) });
});

test('writes to a file', () => {
  const file = written('graph.svg', '');

  expect(run('graph', written('kept.json', keptTemplate()), '--format', 'svg', '-o', file)).toMatchObject({ code: 0, out: '' });
  expect(readFileSync(file, 'utf8')).toMatch(/^<svg/);
});

test('leaves nothing behind where it may not write', () => {
  const input = written('kept.json', keptTemplate());

  expect(run('graph', input, '-o', `${dirname(input)}/missing/graph.md`)).toMatchObject({ code: 2, err: expect.stringMatching(/can not be written: ENOENT \[OutputNotWritable\]/) });
  expect(readdirSync(dirname(input)).filter((name) => name.endsWith('.part'))).toEqual([]);
});
