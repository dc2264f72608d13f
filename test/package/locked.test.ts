import { spawn, spawnSync } from 'child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';
import { CACHE, locked } from './locked';

const NAME = `test-${process.pid}`;
const LOCK = join(CACHE, `${NAME}.lock`);

afterEach(() => rmSync(LOCK, { force: true }));

test('the lock is there while the function runs, and gone after it, also if it fails', () => {
  expect(locked(NAME, () => existsSync(LOCK))).toBe(true);
  expect(existsSync(LOCK)).toBe(false);
  expect(() => locked(NAME, () => { throw new Error('a build that fails'); })).toThrow('a build that fails');
  expect(existsSync(LOCK)).toBe(false);
});

test('a process that died does not hold its lock', () => {
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(LOCK, String(spawnSync(process.execPath, ['--version']).pid));

  expect(locked(NAME, () => 'built')).toBe('built');
});

test('a lock that another process holds is waited for', () => {
  const marker = `${LOCK}.released`;
  mkdirSync(CACHE, { recursive: true });
  const holder = spawn(process.execPath, ['--eval', `setTimeout(() => {
    require('fs').writeFileSync(${JSON.stringify(marker)}, '');
    require('fs').rmSync(${JSON.stringify(LOCK)});
  }, 500)`], { stdio: 'ignore' });
  writeFileSync(LOCK, String(holder.pid));

  expect(locked(NAME, () => existsSync(marker))).toBe(true);

  rmSync(marker);
});
