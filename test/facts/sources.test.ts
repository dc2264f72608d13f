import * as fs from 'fs';
import * as path from 'path';
import { SOURCES } from '../../src/facts/sources';

const FOLDER = path.join(__dirname, '../../src/facts');

test('every source is an https address of AWS or of a repository', () => {
  for (const url of Object.values(SOURCES)) {
    expect(url).toMatch(/^https:\/\/(docs\.aws\.amazon\.com|github\.com)\/[^\s]+$/);
  }
});

test('no address is listed twice', () => {
  expect(new Set(Object.values(SOURCES)).size).toBe(Object.keys(SOURCES).length);
});

test('every source is used by a fact', () => {
  const facts = fs.readdirSync(FOLDER)
    .filter((name) => name.endsWith('.ts') && name !== 'sources.ts')
    .map((name) => fs.readFileSync(path.join(FOLDER, name), 'utf8'))
    .join('\n');
  expect(Object.keys(SOURCES).filter((id) => !facts.includes(`'${id}'`))).toEqual([]);
});
