import type { Issue } from './issue';
import { groupedBy } from '../report/grouped';
import { nameIn } from '../report/text';
import { escapeXml } from '../xml';

/** The issues as test results, a suite for each stack: only errors fail. */
export function junit(issues: readonly Issue[], stacks: readonly string[]): string {
  const byStack = groupedBy(issues, ({ place }) => place.template);
  const suites = [...new Set([...stacks, ...byStack.keys()])].map((stack) => suiteOf(stack || 'template', byStack.get(stack) ?? []));
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites name="lambda-errors">', ...suites, '</testsuites>'].join('\n');
}

function suiteOf(stack: string, issues: readonly Issue[]): string {
  const failures = issues.filter(({ level }) => level === 'error').length;
  const cases = issues.length > 0 ? issues.map(caseOf) : ['    <testcase name="no issue" classname="lambda-errors"/>'];
  return [`  <testsuite name="${escape(stack)}" tests="${cases.length}" failures="${failures}">`, ...cases, '  </testsuite>'].join('\n');
}

function caseOf({ id, level, text, fix, place, path }: Issue): string {
  const name = escape([nameIn(place), path].filter(Boolean).join(' '));
  const message = escape(`${text} To do: ${fix}`);
  const body = level === 'error' ? `<failure type="${escape(id)}" message="${message}"/>` : `<system-out>${level}: ${message}</system-out>`;
  return `    <testcase name="${name}" classname="${escape(id)}">${body}</testcase>`;
}

/** On one line, as attributes are read so anyway. */
function escape(text: string): string {
  return escapeXml(text).replace(/\s+/g, ' ');
}
