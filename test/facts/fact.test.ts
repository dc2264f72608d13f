import * as fs from 'fs';
import * as path from 'path';
import {
  EVENT_SOURCES, FAILURE_MATRIX, FUNCTION_KINDS, FUNCTION_URL_ANSWERS, GATEWAY_RESPONSES, GO_ERROR_TYPES, INVOCATION_POINTS, INVOKE_ERRORS,
  INVOKERS, LIMITS, METRICS, PLATFORM_ERROR_TYPES, PLATFORM_LOG_LINES, SAFETY_NETS, SOURCES, STATE_ERRORS, TASK_ERRORS, TASK_WILDCARDS,
  THROTTLE_REASONS,
} from '../../src/facts';
import type { Fact } from '../../src/facts';

const FOLDER = path.join(__dirname, '../../src/facts');
const TABLES: Record<string, readonly Fact[]> = {
  EVENT_SOURCES: Object.values(EVENT_SOURCES),
  FAILURE_MATRIX: Object.values(FAILURE_MATRIX).flatMap((outcomes) => Object.values(outcomes)),
  FUNCTION_KINDS,
  FUNCTION_URL_ANSWERS,
  GATEWAY_RESPONSES,
  GO_ERROR_TYPES,
  INVOCATION_POINTS,
  INVOKE_ERRORS,
  INVOKERS,
  LIMITS: Object.values(LIMITS),
  METRICS: Object.values(METRICS),
  PLATFORM_ERROR_TYPES,
  PLATFORM_LOG_LINES,
  SAFETY_NETS: Object.values(SAFETY_NETS),
  STATE_ERRORS,
  TASK_ERRORS,
  TASK_WILDCARDS,
  THROTTLE_REASONS,
};

describe.each(Object.entries(TABLES))('%s', (_name, facts) => {
  test('is not empty, and every entry names a known source', () => {
    expect(facts.length).toBeGreaterThan(0);
    for (const fact of facts) expect(SOURCES).toHaveProperty([fact.source]);
  });

  test('has no empty text', () => {
    for (const fact of facts) {
      for (const value of Object.values(fact)) expect(value).not.toBe('');
    }
  });
});

/** Its parts are too long for one file. */
const MATRIX_PART = /^failure-matrix\.ts: import \{ [A-Z_]+ \} from '\.\/failure-matrix-[a-z]+';$/;

test('the facts import nothing but types of their own folder, and the matrix its parts', () => {
  for (const file of fs.readdirSync(FOLDER).filter((name) => name.endsWith('.ts') && name !== 'index.ts')) {
    const imports = fs.readFileSync(path.join(FOLDER, file), 'utf8').match(/^import\b.*$|^.*\b(?:import|require)\(.*$/gm) ?? [];
    for (const line of imports.filter((text) => !MATRIX_PART.test(`${file}: ${text}`))) expect(`${file}: ${line}`).toMatch(/: import type \{ .* \} from '\.\/[a-z-]+';$/);
  }
});

test('a fact is data all the way down', () => {
  expect(JSON.parse(JSON.stringify(TABLES))).toEqual(TABLES);
});
