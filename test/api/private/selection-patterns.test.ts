import { execFileSync } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import * as fc from 'fast-check';
import { CRASH, TIMEOUT, anyOf, anythingBut, either } from '../../../src/api/private/selection-patterns';
import { testWith } from '../../support';
import { matchesAll } from '../api-gateway-evaluator';

const UUID = 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef';
const HUNDRED_KB = 'x'.repeat(100_000);
const NOT_FOUND_ERRORS = [{ code: 'OrderNotFound', messagePrefix: 'no order (in {table}) found.' }, { code: 'UserNotFound' }];
const NOT_FOUND = anyOf(NOT_FOUND_ERRORS);
const BUSY = either([anyOf([{ code: 'Busy' }]), TIMEOUT]);
const OTHER = anythingBut([{ code: 'Busy' }, ...NOT_FOUND_ERRORS], { timeout: true, crash: true });
const PATTERNS = { NOT_FOUND, BUSY, CRASH, OTHER };

/** What each message is, and no other. */
const MESSAGES: [string, keyof typeof PATTERNS | undefined][] = [
  ['', undefined],
  ['[OrderNotFound] no order 42', 'NOT_FOUND'],
  ['[OrderNotFound]', 'NOT_FOUND'],
  ['[UserNotFound] "quotes" and \\ backslashes', 'NOT_FOUND'],
  [`[OrderNotFound] ${HUNDRED_KB}`, 'NOT_FOUND'],
  ...['\n', '\r', '\r\n', '\u0085', '\u2028', '\u2029'].map((end): [string, 'NOT_FOUND'] => [`[OrderNotFound] a${end}b${end}`, 'NOT_FOUND']),
  [`[OrderNotFound] ${'line\n'.repeat(20_000)}`, 'NOT_FOUND'],
  ['no order (in {table}) found.', 'NOT_FOUND'],
  ['no order (in {table}) found.\nreally', 'NOT_FOUND'],
  ['no order (in {table}) found', 'OTHER'],
  ['no order in {table} found!', 'OTHER'],
  ['[Busy] later', 'BUSY'],
  ['[Busy] Task timed out after 3.00 seconds', 'BUSY'],
  ['Task timed out after 3.00 seconds', 'BUSY'],
  [`2026-03-14T17:00:00.000Z ${UUID} Task timed out after 3.00 seconds`, 'BUSY'],
  [`RequestId: ${UUID} Error: Task timed out after 900.10 seconds`, 'BUSY'],
  [`RequestId: ${UUID} Error: Runtime exited with error: exit status 1`, 'CRASH'],
  [`RequestId: ${UUID} Error: Runtime exited without providing a reason`, 'CRASH'],
  [`RequestId: ${UUID} Error: fork/exec /var/task/bootstrap: no such file or directory\n`, 'CRASH'],
  [`RequestId: ${UUID} Process exited before completing request`, 'CRASH'],
  ['boom', 'OTHER'],
  [' ', 'OTHER'],
  ['\n', 'OTHER'],
  [HUNDRED_KB, 'OTHER'],
  ['[Unknown] boom', 'OTHER'],
  ['[OrderNotFoundToo] boom', 'OTHER'],
  ['[orderNotFound] boom', 'OTHER'],
  ['loading: [OrderNotFound] no order 42', 'OTHER'],
  ['\n[OrderNotFound] no order 42', 'OTHER'],
  ['the other service: Task timed out after 3.00 seconds', 'OTHER'],
  ['Task timed out after 3.00 seconds\n', 'OTHER'],
  ['Task timed out after 3.00 seconds, so I gave up', 'OTHER'],
  [`RequestId: ${UUID} Error: Task timed out after 3 tries`, 'OTHER'],
  [`it said: RequestId: ${UUID} Error: Runtime exited`, 'OTHER'],
];

test.each(MESSAGES.map(([message, expected]) => [message.slice(0, 60), expected, message] as const))('%j is matched by %s alone', (_, expected, message) => {
  expect(Object.entries(PATTERNS).filter(([, pattern]) => matchesAll(pattern, message)).map(([name]) => name)).toEqual(expected ? [expected] : []);
});

test('every message that is not empty is matched by exactly one pattern', () => {
  const start = fc.constantFrom('', '[OrderNotFound]', '[Busy] ', '[', `RequestId: ${UUID} `, 'Task timed out after 3.00 seconds', 'Error: ', 'Process exited', '\n');
  const message = fc.tuple(start, start, fc.string({ unit: 'binary' })).map(parts => parts.join('')).filter(text => text !== '');
  fc.assert(fc.property(message, text => Object.values(PATTERNS).filter(pattern => matchesAll(pattern, text)).length === 1), { numRuns: 1000 });
});

test('an empty catalogue leaves a pattern for every error', () => {
  expect(matchesAll(anythingBut([], { timeout: false, crash: false }), 'boom')).toBe(true);
  expect(matchesAll(anythingBut([], { timeout: false, crash: false }), '')).toBe(false);
});

const JAVA = `
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.Base64;
import java.util.regex.Pattern;

class Matches {
  public static void main(String[] args) throws Exception {
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      String[] parts = line.split(" ", -1);
      System.out.println(Pattern.compile(text(parts[0])).matcher(text(parts[1])).matches());
    }
  }

  static String text(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }
}`;

testWith('java', 'java.util.regex, which API Gateway uses, agrees about every message', () => {
  const folder = mkdtempSync(join(tmpdir(), 'patterns-'));
  try {
    const cases = MESSAGES.flatMap(([message, expected]) =>
      Object.entries(PATTERNS).map(([name, pattern]) => ({ name, pattern, message, matches: name === expected })));
    const base64 = (text: string) => Buffer.from(text).toString('base64');
    writeFileSync(join(folder, 'Matches.java'), JAVA);
    writeFileSync(join(folder, 'cases'), cases.map(({ pattern, message }) => `${base64(pattern)} ${base64(message)}`).join('\n'));
    const lines = execFileSync('java', [join(folder, 'Matches.java'), join(folder, 'cases')], { encoding: 'utf8' }).trim().split('\n');
    const short = (index: number, matches: string) => `${cases[index].name} ${JSON.stringify(cases[index].message.slice(0, 60))} ${matches}`;
    expect(lines.map((line, index) => short(index, line))).toEqual(cases.map(({ matches }, index) => short(index, `${matches}`)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);
