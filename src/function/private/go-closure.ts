import { createHash } from 'crypto';
import * as path from 'path';
import type { GoTarget } from './go-constraint';
import { isSeparate } from './go-embed';
import type { GoFiles } from './go-files';
import { readGoPackage, type GoPackage } from './go-package';
import type { GoLocalModule, GoPackageFolder, GoWorkspace } from './go-workspace';

/** Changes when the way a hash is made does. */
const FORMAT = 'go-code 1';

/** A hash of all that a main package is built from: the same on every machine that has the same sources. */
export function hashGoClosure(entry: GoPackageFolder, workspace: GoWorkspace, target: GoTarget, files: GoFiles): string {
  const closure = new Closure(workspace, target, files);
  closure.add(entry);
  const hash = createHash('sha256').update(`${FORMAT}\0${entry.name}\0`);
  for (const [name, fileHash] of [...closure.fileHashes()].sort(([a], [b]) => a < b ? -1 : 1)) {
    hash.update(`${name}\0${fileHash}\0`);
  }
  return hash.digest('hex');
}

class Closure {
  private readonly packages = new Map<string, GoPackage & GoPackageFolder>();
  private usesPublished = false;
  private tookWholeModules = false;

  constructor(private readonly workspace: GoWorkspace, private readonly target: GoTarget, private readonly files: GoFiles) {}

  /** Adds a package and everything it imports from folders here. */
  public add(entry: GoPackageFolder): void {
    const waiting = [entry];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (!this.packages.has(next.name)) {
        const goPackage = readGoPackage(next.folder, this.target, this.files);
        this.packages.set(next.name, { ...next, ...goPackage });
        waiting.push(...goPackage.imports.flatMap((importPath) => this.follow(importPath)));
      }
    }
    if (this.usesPublished && !this.tookWholeModules) {
      this.tookWholeModules = true;
      this.workspace.reachableThroughPublished().flatMap((module) => this.packagesOf(module)).forEach((found) => this.add(found));
    }
  }

  public *fileHashes(): Generator<readonly [name: string, hash: string]> {
    for (const { name, hashes } of this.packages.values()) {
      for (const [file, hash] of hashes) {
        yield [`${name}/${file}`, hash];
      }
    }
    for (const [name, file] of this.workspace.pins()) {
      yield [name, this.files.textHash(file)];
    }
    const profile = path.join(this.entryFolder(), 'default.pgo');
    if (this.files.isFile(profile)) {
      yield ['default.pgo', this.files.hash(profile)];
    }
  }

  private entryFolder(): string {
    return [...this.packages.values()][0].folder;
  }

  private follow(importPath: string): GoPackageFolder[] {
    const found = this.workspace.folderOf(importPath);
    this.usesPublished ||= found === undefined && importPath.split('/')[0].includes('.');
    return found ? [found] : [];
  }

  /** Every package of a module, as `./...` would list them. */
  private packagesOf(module: GoLocalModule, folder = module.folder): GoPackageFolder[] {
    const entries = this.files.entries(folder) ?? [];
    const relative = path.relative(module.folder, folder).split(path.sep).join('/');
    const below = entries
      .filter(({ name, kind }) => kind === 'folder' && !/^(?:[._]|testdata$|vendor$|node_modules$)/.test(name))
      .map(({ name }) => path.join(folder, name))
      .filter((at) => !isSeparate(this.files.entries(at) ?? [], path.basename(at)))
      .flatMap((at) => this.packagesOf(module, at));
    const isPackage = entries.some(({ name }) => name.endsWith('.go'));
    return isPackage ? [{ folder, name: path.posix.join(module.path, relative), module }, ...below] : below;
  }
}
