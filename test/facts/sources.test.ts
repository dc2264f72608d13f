import * as fs from 'fs';
import * as path from 'path';
import { SOURCES } from '../../src/facts/sources';

const FOLDER = path.join(__dirname, '../../src/facts');
const RULES = path.join(__dirname, '../../src/validation/rules');

test('every source is an https address of AWS or of a repository', () => {
  for (const url of Object.values(SOURCES)) {
    expect(url).toMatch(/^https:\/\/(docs\.aws\.amazon\.com|github\.com)\/[^\s]+$/);
  }
});

test('no address is listed twice', () => {
  expect(new Set(Object.values(SOURCES)).size).toBe(Object.keys(SOURCES).length);
});

test('every source is used by a fact or a rule', () => {
  const facts = [FOLDER, RULES].flatMap((folder) => fs.readdirSync(folder).map((name) => path.join(folder, name)))
    .filter((file) => file.endsWith('.ts') && path.basename(file) !== 'sources.ts')
    .map((file) => fs.readFileSync(file, 'utf8'))
    .join('\n');
  expect(Object.keys(SOURCES).filter((id) => !facts.includes(`'${id}'`))).toEqual([]);
});
