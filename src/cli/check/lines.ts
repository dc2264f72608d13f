import { readFileSync } from 'fs';
import { join, relative } from 'path';
import type { TemplateGroup } from '../input/read-input';

/** Where a resource is written. */
export interface Line {
  /** The file, seen from the working folder, with forward slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** Finds the lines of resources in the files that were read. */
export class Lines {
  private readonly files = new Map<string, string>();
  private readonly found = new Map<string, ReadonlyMap<string, number>>();

  constructor(groups: readonly TemplateGroup[]) {
    for (const { path, templates } of groups) {
      for (const { name = '', file = '' } of templates) this.files.set(name, path.endsWith(file) ? path : join(path, file));
    }
  }

  /** The line on which the logical id of a resource is written, the first one of the file if it can't be found. */
  public of({ template, id }: { readonly template: string; readonly id: string }): Line {
    const file = this.files.get(template)!;
    const lines = this.found.get(file) ?? linesIn(file);
    this.found.set(file, lines);
    return { file: relative(process.cwd(), file).replace(/\\/g, '/'), line: lines.get(id) ?? 1 };
  }
}

/** The first line below `Resources` on which a name stands as a key. */
function linesIn(file: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  let isBelow = false;
  readFileSync(file, 'utf8').split('\n').forEach((text, i) => {
    const key = /^\s*(?:\{\s*)?["']?([\w:]+)["']?\s*:/.exec(text)?.[1];
    if (key === 'Resources') isBelow = true;
    else if (isBelow && key !== undefined && !found.has(key)) found.set(key, i + 1);
  });
  return found;
}
