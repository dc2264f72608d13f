import type { Issue } from './issue';
import { groupedBy } from '../report/grouped';
import { nameIn } from '../report/text';

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

function escape(text: string): string {
  // eslint-disable-next-line no-control-regex -- XML 1.0 has no way to write them
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ')
    .replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/\s+/g, ' ');
}
