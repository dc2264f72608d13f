import { createHash } from 'crypto';
import * as path from 'path';
import { hashGoClosure } from './go-closure';
import type { GoTarget } from './go-constraint';
import type { GoFiles } from './go-files';
import { readGoPackage } from './go-package';
import type { GoSettings } from './go-settings';
import { GoWorkspace, type GoPackageFolder } from './go-workspace';
import { ValidationError } from '../../private/errors';

/** A main package that was found, and its place in a module. */
export interface GoEntry extends GoPackageFolder {
  /** Path relative to the module, such as `./cmd/api`. */
  readonly packagePath: string;
  readonly workspace: GoWorkspace;
  /** Of the sources, the architecture and the options. */
  readonly hash: string;
}

/** Finds the main package and hashes what it is built from. */
export function findGoEntry(settings: GoSettings, goarch: string, files: GoFiles): GoEntry {
  const target: GoTarget = { goarch, tags: new Set(settings.tags) };
  if (!files.isFolder(settings.folder)) {
    const remedy = files.isFile(settings.folder) ? `it is a file, give its folder ${path.dirname(settings.path)}` : `there is no folder ${settings.folder}`;
    throw new ValidationError('GoPackageNotFound', `path of the GoCode is ${JSON.stringify(settings.path)}, but ${remedy}`);
  }
  const workspace = GoWorkspace.around(settings.folder, files, settings.environment.GOWORK !== 'off');
  const relative = path.relative(workspace.module.folder, settings.folder).split(path.sep).join('/');
  const name = path.posix.join(workspace.module.path, relative);
  requireMain(settings, name, target, files);
  const sources = hashGoClosure({ folder: settings.folder, name, module: workspace.module }, workspace, target, files);
  const hash = createHash('sha256').update(JSON.stringify([sources, goarch, settings.hashed])).digest('hex');
  return { folder: settings.folder, name, packagePath: `./${relative}`, workspace, hash };
}

function requireMain(settings: GoSettings, name: string, target: GoTarget, files: GoFiles): void {
  const { names, hasGoFiles } = readGoPackage(settings.folder, target, files);
  if (names.includes('main')) {
    return;
  }
  if (names.length === 0) {
    const why = hasGoFiles ? `build constraints exclude all Go files in ${settings.folder}` : `no Go files in ${settings.folder}`;
    throw new ValidationError('GoPackageNotFound',
      `path of the GoCode is ${JSON.stringify(settings.path)}, but ${why}; give the folder of a main package` +
      (hasGoFiles ? ', and the tags it needs in buildTags' : ''));
  }
  throw new ValidationError('GoPackageNotMain',
    `path of the GoCode is ${JSON.stringify(settings.path)}, but package ${name} is not a main package (it says "package ${names[0]}"); ` +
    'give the folder of a main package, for example cmd/api');
}
