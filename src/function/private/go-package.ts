import * as path from 'path';
import { evaluateConstraint, fileNameFits, type GoTarget } from './go-constraint';
import { embeddedFiles } from './go-embed';
import type { GoFiles } from './go-files';

/** A package as a target sees it. */
export interface GoPackage {
  /** What its files say they are; more than one when the package is broken. Empty when the target has no Go file in it. */
  readonly names: readonly string[];
  /** Whether there are Go files at all, for any target. */
  readonly hasGoFiles: boolean;
  readonly imports: readonly string[];
  /** Hashes of its files by file name relative to the folder, embedded ones included. */
  readonly hashes: ReadonlyArray<readonly [file: string, hash: string]>;
}

/** Reads the package in a folder. */
export function readGoPackage(folder: string, target: GoTarget, files: GoFiles): GoPackage {
  const candidates = (files.entries(folder) ?? [])
    .filter(({ name, kind }) => kind !== 'folder' && !/^[._]/.test(name) && !name.endsWith('_test.go') && files.isFile(path.join(folder, name)))
    .map(({ name }) => name);
  const fitting = candidates.filter((name) => fileNameFits(name, target));
  const goFiles = fitting.filter((name) => name.endsWith('.go') && isIn(path.join(folder, name), target, files));
  const assembly = fitting.filter((name) => name.endsWith('.s') && isIn(path.join(folder, name), target, files));
  const binaries = fitting.filter((name) => name.endsWith('.syso'));
  const headers = fitting.filter((name) => name.endsWith('.h'));
  const sources = goFiles.map((name) => files.source(path.join(folder, name)));
  const embedded = embeddedFiles(folder, sources.flatMap(({ embeds }) => embeds), files);
  return {
    names: unique(sources.flatMap(({ packageName }) => packageName ?? [])),
    hasGoFiles: candidates.some((name) => name.endsWith('.go')),
    imports: unique(sources.flatMap(({ imports }) => imports)),
    hashes: [
      ...[...goFiles, ...assembly, ...headers].map((name) => [name, files.textHash(path.join(folder, name))] as const),
      ...[...binaries, ...embedded].map((name) => [name, files.hash(path.join(folder, name))] as const),
    ],
  };
}

/** Whether the constraints at the head of a file let it in. Files that use cgo are out: functions are built without it. */
function isIn(file: string, target: GoTarget, files: GoFiles): boolean {
  const { constraints, imports } = files.source(file);
  return !imports.includes('C') && constraints.every((constraint) => evaluateConstraint(constraint, target) !== false);
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
