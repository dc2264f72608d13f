import * as path from 'path';
import type { GoFiles } from './go-files';
import { goVersionAtLeast, type GoModFile } from './go-mod';
import { ValidationError } from '../../private/errors';

/** A module whose sources are in a folder here. */
export interface GoLocalModule {
  readonly path: string;
  readonly folder: string;
  readonly mod: GoModFile;
  /** Whether its own `go.mod` takes part in choosing versions: the module of the package, and those of its workspace. */
  readonly main: boolean;
}

/** A folder of a package, with a name that is the same on every machine. */
export interface GoPackageFolder {
  readonly folder: string;
  readonly name: string;
  readonly module?: GoLocalModule;
}

/** The versions that CDK's own tools require of a module never published; nothing published can depend on it. */
const NEVER_PUBLISHED = /^v0\.0\.0(?:-00010101000000-000000000000)?$/;

/** The module of a package and all that decides where its imports come from. */
export class GoWorkspace {
  /** Finds the module of a folder. Fails with `GoModuleNotFound`, `GoModuleInvalid` or `GoModuleNotInWorkspace`. */
  public static around(folder: string, files: GoFiles, useWorkFile: boolean): GoWorkspace {
    const moduleFolder = findUpwards(folder, 'go.mod', files);
    if (moduleFolder === undefined) {
      throw new ValidationError('GoModuleNotFound',
        `no go.mod in ${folder} or any folder above it (go: go.mod file not found in current directory or any parent directory); ` +
        'give the path of a main package inside a Go module');
    }
    const modFile = path.join(moduleFolder, 'go.mod');
    const mod = files.modFile(modFile)!;
    if (mod.module === undefined) {
      throw new ValidationError('GoModuleInvalid',
        `${modFile} has no module line (go: no module declaration in go.mod); specify the module path: go mod edit -module=example.com/mod`);
    }
    const workFolder = useWorkFile ? findUpwards(folder, 'go.work', files) : undefined;
    return new GoWorkspace(files, { path: mod.module, folder: moduleFolder, mod, main: true }, workFolder);
  }

  /** The `go.work` that is in force. */
  public readonly workFile?: string;
  /** The module of the package first, then the others that are in folders here. */
  public readonly modules: readonly GoLocalModule[];
  private readonly vendorFolder?: string;

  private constructor(private readonly files: GoFiles, public readonly module: GoLocalModule, workFolder?: string) {
    this.workFile = workFolder && path.join(workFolder, 'go.work');
    const work = this.workFile === undefined ? undefined : files.modFile(this.workFile);
    const used = (work?.uses ?? []).map((use) => path.resolve(workFolder!, use));
    if (work && !used.includes(module.folder)) {
      throw new ValidationError('GoModuleNotInWorkspace',
        `the module ${module.path} in ${module.folder} is not one of the workspace modules listed in ${this.workFile}; ` +
        'add it with "go work use", or set environment: { GOWORK: \'off\' }');
    }
    const mains = [module, ...used.filter((folder) => folder !== module.folder).flatMap((folder) => readModule(files, folder))];
    const replaced = [...mains.flatMap((main) => readReplaced(files, main.mod, main.folder)), ...work ? readReplaced(files, work, workFolder!) : []];
    this.modules = [...mains, ...replaced];
    this.vendorFolder = findVendorFolder(files, workFolder ?? module.folder, work ?? module.mod, work !== undefined);
  }

  /** Where an import comes from, when that is a folder here; not so for the standard library and for published modules. */
  public folderOf(importPath: string): GoPackageFolder | undefined {
    if (/(?:^|[/\\])\.{0,2}(?:[/\\]|$)|\0/.test(importPath)) {
      return undefined;
    }
    const candidates = this.modules
      .filter((module) => (module.main || !this.vendorFolder) && (importPath === module.path || importPath.startsWith(`${module.path}/`)))
      .sort((a, b) => b.path.length - a.path.length);
    for (const module of candidates) {
      const folder = path.join(module.folder, importPath.slice(module.path.length));
      if (this.files.isFolder(folder) && this.isWithin(folder, module)) {
        return { folder, name: importPath, module };
      }
    }
    const vendored = this.vendorFolder && path.join(this.vendorFolder, importPath);
    return vendored && this.files.isFolder(vendored) ? { folder: vendored, name: `vendor/${importPath}` } : undefined;
  }

  /** The files which pin the versions of everything that is not in a folder here, with a name that is the same on every machine. */
  public pins(): ReadonlyArray<readonly [name: string, file: string]> {
    const work: Array<[string, string]> = this.workFile ? [['go.work', this.workFile], ['go.work.sum', `${this.workFile}.sum`]] : [];
    const vendor: Array<[string, string]> = this.vendorFolder ? [['vendor/modules.txt', path.join(this.vendorFolder, 'modules.txt')]] : [];
    const mods = this.modules.map((module): [string, string] => [`${module.path}/go.mod`, path.join(module.folder, 'go.mod')]);
    const sum: [string, string] = [`${this.module.path}/go.sum`, path.join(this.module.folder, 'go.sum')];
    return [...work, ...vendor, ...mods, sum].filter(([, file]) => this.files.isFile(file));
  }

  /**
   * The modules in folders here that a published module might import, when a build has published ones: their sources are not here to be
   * asked.
   */
  public reachableThroughPublished(): readonly GoLocalModule[] {
    if (this.vendorFolder) {
      return [];
    }
    const required = (module: GoLocalModule) => this.modules.some(({ mod }) => {
      const version = mod.requires.get(module.path);
      return version !== undefined && !NEVER_PUBLISHED.test(version);
    });
    return this.modules.filter((module) => module !== this.module && required(module));
  }

  private isWithin(folder: string, module: GoLocalModule): boolean {
    for (let at = folder; at !== module.folder && at.length > module.folder.length; at = path.dirname(at)) {
      if (this.files.isFile(path.join(at, 'go.mod'))) {
        return false;
      }
    }
    return true;
  }
}

/** The module in a folder, or the one that a replacement says the folder stands for. */
function readModule(files: GoFiles, folder: string, replacedPath?: string): GoLocalModule[] {
  const mod = files.modFile(path.join(folder, 'go.mod'));
  const modulePath = replacedPath ?? mod?.module;
  return mod && modulePath !== undefined ? [{ path: modulePath, folder, mod, main: replacedPath === undefined }] : [];
}

function readReplaced(files: GoFiles, mod: GoModFile, base: string): GoLocalModule[] {
  return [...mod.localReplaces].flatMap(([modulePath, folder]) => readModule(files, path.resolve(base, folder), modulePath));
}

/** The vendor folder that Go uses without being told: one made in the mode, workspace or not, that the build is in. */
function findVendorFolder(files: GoFiles, base: string, mod: GoModFile, workspace: boolean): string | undefined {
  const list = path.join(base, 'vendor', 'modules.txt');
  if (!goVersionAtLeast(mod.go, 14) || !files.isFolder(path.dirname(list))) {
    return undefined;
  }
  const madeForWorkspace = files.isFile(list) && files.text(list).startsWith('## workspace');
  return madeForWorkspace === workspace ? path.dirname(list) : undefined;
}

function findUpwards(folder: string, fileName: string, files: GoFiles): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (files.isFile(path.join(at, fileName))) {
      return at;
    }
    if (at === path.dirname(at)) {
      return undefined;
    }
  }
}
