import { existsSync } from 'fs';
import { join } from 'path';
import { readData } from './read-text';

/** What somebody acknowledged in an app. */
export interface Acknowledgement {
  /** What is acknowledged, as it was written: `Lambda-Error-Handling::AsyncFailureNotKept`. */
  readonly id: string;
  readonly reason: string;
  /** The path of the construct: it holds for everything below. Empty for the app. */
  readonly at: string;
}

/** What a cloud assembly says of the constructs of its stacks. */
export interface Constructs {
  readonly acknowledgements: readonly Acknowledgement[];
  /** The paths of what has a logical id: more than one, where nested stacks use the same. */
  readonly paths: ReadonlyMap<string, readonly string[]>;
}

/** A stack in the manifest of a cloud assembly. */
export interface StackArtifact {
  /** Where the metadata of constructs is, if it is not here. */
  readonly additionalMetadataFile?: unknown;
  readonly metadata?: unknown;
}

const REPORT = 'validation-report.json';
const LOGICAL_ID = 'aws:cdk:logicalId';
const ACKNOWLEDGED = 'aws:cdk:acknowledged-rules';

/** Reads what the CDK writes about the constructs in stacks. */
export function readConstructs(folder: string, stacks: readonly StackArtifact[]): Constructs {
  const entries = stacks.flatMap(({ additionalMetadataFile: file, metadata }) => [
    ...entriesIn(metadata), ...typeof file === 'string' ? entriesIn(readIfThere(join(folder, file))) : [],
  ]);
  const paths = new Map<string, string[]>();
  for (const { path, type, data } of entries) {
    if (type === LOGICAL_ID && typeof data === 'string') paths.set(data, [...paths.get(data) ?? [], path]);
  }
  const acknowledgements = entries.filter(({ type }) => type === ACKNOWLEDGED)
    .flatMap(({ path, data }) => membersOf(data).map(([id, reason]): Acknowledgement => ({ id, reason: String(reason), at: path })));
  return { acknowledgements, paths };
}

/** What is acknowledged on the app or a stage is in no stack: the report of a validation has it, if it was needed there. */
export function readReported(folder: string): Acknowledgement[] {
  const found = listIn(readIfThere(join(folder, REPORT)), 'pluginReports').flatMap((report) => listIn(report, 'suppressedViolations'))
    .flatMap((violation): Acknowledgement[] => {
      // The path of the app is empty, and is left out.
      const { acknowledgedId: id, acknowledgedAt: at = '', reason } = Object.fromEntries(membersOf(violation));
      return typeof id === 'string' && typeof at === 'string' ? [{ id, reason: String(reason), at: at.replace(/^\//, '') }] : [];
    });
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

function readIfThere(file: string): unknown {
  return existsSync(file) ? readData(file) : undefined;
}

function entriesIn(metadata: unknown): { path: string; type: unknown; data: unknown }[] {
  return membersOf(metadata).flatMap(([path, entries]) => (Array.isArray(entries) ? entries : [])
    .map((entry: unknown) => ({ path: path.replace(/^\//, ''), type: undefined, data: undefined, ...Object.fromEntries(membersOf(entry)) })));
}

function listIn(value: unknown, name: string): unknown[] {
  const [, list] = membersOf(value).find(([member]) => member === name) ?? [];
  return Array.isArray(list) ? list : [];
}

function membersOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}
