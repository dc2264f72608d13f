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
  const failures = issues.filter(isFailure).length;
  const skipped = issues.filter(({ acknowledged }) => acknowledged).length;
  const cases = issues.length > 0 ? issues.map(caseOf) : ['    <testcase name="no issue" classname="lambda-errors"/>'];
  return [`  <testsuite name="${escape(stack)}" tests="${cases.length}" failures="${failures}"${skipped > 0 ? ` skipped="${skipped}"` : ''}>`, ...cases, '  </testsuite>'].join('\n');
}

function caseOf(issue: Issue): string {
  const { id, place, path } = issue;
  const name = escape([nameIn(place), path].filter(Boolean).join(' '));
  return `    <testcase name="${name}" classname="${escape(id)}">${resultOf(issue)}</testcase>`;
}

function resultOf(issue: Issue): string {
  const { id, level, text, fix, acknowledged } = issue;
  const message = escape(`${text} To do: ${fix}`);
  if (acknowledged) return `<skipped message="${escape(`acknowledged: ${acknowledged.reason}`)}"/>`;
  return isFailure(issue) ? `<failure type="${escape(id)}" message="${message}"/>` : `<system-out>${level}: ${message}</system-out>`;
}

function isFailure({ level, acknowledged }: Issue): boolean {
  return level === 'error' && !acknowledged;
}

/** On one line, as attributes are read so anyway. */
function escape(text: string): string {
  return escapeXml(text).replace(/\s+/g, ' ');
}
