import { Project } from 'projen';
import { code, MarkdownPage, sourceOf } from './markdown';
import { SOURCES } from '../src/facts';
import { RULES } from '../src/validation/rules';

const SEVERITIES = [
  ['error', 'An event is lost without a trace, or the deployment or every request of a kind fails. The synthesis fails.'],
  ['warning', 'An event is lost, repeated or not heard of in some cases that the template can not rule out.'],
  ['info', 'It may be meant, and is worth to know.'],
] as const;

/** `docs/rules.md`, from the rules themselves. */
export function generateRuleDocs(project: Project): void {
  const page = new MarkdownPage(project, 'docs/rules.md', 'Rules');
  page.add(
    '',
    `What \`FailureHandlingChecks\` looks for: ${RULES.length} rules. A finding is certain: what only the deployment knows is never one. Acknowledge a`,
    "rule on a construct with `Validations.of(construct).acknowledge({ id: 'Lambda-Error-Handling::<rule>', reason: '…' })`, or leave it out for the",
    "whole app with `new FailureHandlingChecks({ leaveOut: ['<rule>'] })`. Each row names where AWS says so; *derived*, *community* and *unchecked* are",
    'as in [facts.md](facts.md).',
  );
  for (const [severity, meaning] of SEVERITIES) {
    const rules = RULES.filter((rule) => rule.severity === severity);
    page.addTable(
      `## ${severity[0].toUpperCase()}${severity.slice(1)}s\n\n${meaning}`,
      ['Rule', 'What is in the template, and what happens then', 'What to do'],
      rules.map((rule) => [`${code(rule.id)}<br>${sourceOf(rule)}`, `${rule.what} ${rule.happens}`, rule.fix]),
    );
  }
  const used = [...new Set(RULES.map(({ source }) => source))].sort();
  page.add('', ...used.map((id) => `[${id}]: ${SOURCES[id]}`));
}
