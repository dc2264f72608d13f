import * as path from 'path';
import type { GoFiles, GoFolderEntry } from './go-files';

/**
 * The files that `//go:embed` patterns of a package take in, relative to its folder. A CDK output folder inside an embedded one is left
 * out: it changes with each synth, and no function can mean to hold it.
 */
export function embeddedFiles(folder: string, patterns: readonly string[], files: GoFiles): string[] {
  const found = new Set<string>();
  for (const pattern of patterns) {
    const all = pattern.startsWith('all:');
    const steps = (all ? pattern.slice('all:'.length) : pattern).split('/');
    if (steps.some((step) => step === '' || step === '.' || step === '..')) {
      continue;
    }
    for (const match of matches(folder, '', steps, files)) {
      collect(folder, match, all, files, found);
    }
  }
  return [...found].sort();
}

/** What the steps of a pattern lead to, each step matching names of one folder. */
function matches(folder: string, parent: string, [step, ...rest]: readonly string[], files: GoFiles): string[] {
  const matcher = globMatcher(step);
  const entries = files.entries(path.join(folder, parent)) ?? [];
  const names = entries.filter(({ name }) => matcher(name)).map(({ name }) => path.posix.join(parent, name));
  return rest.length === 0 ? names : names.flatMap((name) => matches(folder, name, rest, files));
}

/** Takes a matched file, or all files below a matched folder except hidden ones. */
function collect(folder: string, match: string, all: boolean, files: GoFiles, found: Set<string>): void {
  const at = path.join(folder, match);
  if (files.isFile(at)) {
    found.add(match);
    return;
  }
  const entries = files.entries(at) ?? [];
  if (isSeparate(entries, path.basename(at))) {
    return;
  }
  for (const entry of entries.filter(({ name }) => all || !/^[._]/.test(name))) {
    if (entry.kind === 'folder' || entry.kind === 'file') {
      collect(folder, path.posix.join(match, entry.name), all, files, found);
    }
  }
}

/** Whether a folder never belongs to the package around it: another module, version control, or the output of a CDK app. */
export function isSeparate(entries: readonly GoFolderEntry[], name: string): boolean {
  return ['.git', '.hg', '.svn', '.bzr', 'cdk.out'].includes(name) || entries.some((entry) => ['go.mod', 'cdk.out'].includes(entry.name) && entry.kind === 'file');
}

/** Matches one path element as Go's `path.Match` does. */
function globMatcher(glob: string): (name: string) => boolean {
  let source = '';
  for (const [part] of glob.matchAll(/\\[\s\S]|\[\^?(?:\\[\s\S]|[^\]\\])+\]|[\s\S]/gu)) {
    source += globPart(part);
  }
  try {
    const pattern = new RegExp(`^${source}$`, 'su');
    return (name) => pattern.test(name);
  } catch {
    return () => false;
  }
}

function globPart(part: string): string {
  if (part === '*') {
    return '[^/]*';
  }
  if (part === '?') {
    return '[^/]';
  }
  if (part.length > 1 && part.startsWith('[')) {
    const negated = part.startsWith('[^');
    const members = part.slice(negated ? 2 : 1, -1).replace(/[[\]&~|^(){}/]/g, '\\$&').replace(/\\\\/g, '\\');
    return `[${negated ? '^' : ''}${members}]`;
  }
  return escape(part.length > 1 && part.startsWith('\\') ? part.slice(1) : part);
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
