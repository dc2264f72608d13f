import { createHash } from 'crypto';
import { keyOf, type Issue } from './issue';
import type { Lines } from './lines';

/** The issues for code scanning: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export function sarif(issues: readonly Issue[], lines: Lines): string {
  const rules = [...new Map(issues.map((issue) => [issue.id, issue])).values()];
  const driver = {
    name: 'lambda-errors',
    informationUri: 'https://github.com/cdk-lambda-error-handling/cdk-lambda-error-handling',
    rules: rules.map(({ id, fix, level, source }) => ({
      id,
      name: id,
      shortDescription: { text: spaced(id) },
      help: { text: fix },
      defaultConfiguration: { level },
      ...source ? { helpUri: source } : {},
    })),
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, results: issues.map((issue) => resultOf(issue, rules.findIndex(({ id }) => id === issue.id), lines)) }],
  };
  return JSON.stringify(log, undefined, 2);
}

function resultOf(issue: Issue, ruleIndex: number, lines: Lines): object {
  const { file, line } = lines.of(issue.place);
  return {
    ruleId: issue.id,
    ruleIndex,
    level: issue.level,
    message: { text: `${issue.text} To do: ${issue.fix}` },
    locations: [{
      physicalLocation: { artifactLocation: { uri: encodeURI(file), uriBaseId: '%SRCROOT%' }, region: { startLine: line } },
      logicalLocations: [{ name: issue.place.id, fullyQualifiedName: [issue.place.template, issue.place.name, issue.path].filter(Boolean).join('/'), kind: 'resource' }],
    }],
    // What stands in the code of the app, beside what it is about: code scanning can dismiss its alerts by them.
    ...issue.acknowledged ? { suppressions: [{ kind: 'inSource', status: 'accepted', justification: issue.acknowledged.reason }] } : {},
    partialFingerprints: { 'lambdaErrors/v1': createHash('sha256').update(keyOf(issue)).digest('hex').slice(0, 32) },
  };
}

/** `AsyncEventLost` in words. */
function spaced(id: string): string {
  const words = id.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return `${words[0].toUpperCase()}${words.slice(1)}`;
}
