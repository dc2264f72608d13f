import { createHash } from 'crypto';
import * as fs from 'fs';
import type { IConstruct } from 'constructs';
import { readGoModFile, type GoModFile } from './go-mod';
import { readGoSource, type GoSource } from './go-source';
import { ValidationError } from '../../private/errors';

/** One entry of a folder. */
export interface GoFolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

const perApp = new WeakMap<IConstruct, GoFiles>();

/** Reads each file and folder once per app, however many functions share them. */
export class GoFiles {
  /** The one of the app that the scope is in. */
  public static of(scope: IConstruct): GoFiles {
    const root = scope.node.root;
    const known = perApp.get(root);
    if (known) {
      return known;
    }
    const files = new GoFiles();
    perApp.set(root, files);
    return files;
  }

  private readonly entriesByFolder = new Map<string, readonly GoFolderEntry[] | undefined>();
  private readonly kinds = new Map<string, 'file' | 'folder' | undefined>();
  private readonly hashes = new Map<string, string>();
  private readonly sources = new Map<string, GoSource>();
  private readonly modFiles = new Map<string, GoModFile | undefined>();

  /** What is in a folder, by name; undefined when there is no such folder. */
  public entries(folder: string): readonly GoFolderEntry[] | undefined {
    return remember(this.entriesByFolder, folder, () => listFolder(folder));
  }

  public isFolder(folder: string): boolean {
    return this.kind(folder) === 'folder';
  }

  public isFile(file: string): boolean {
    return this.kind(file) === 'file';
  }

  public text(file: string): string {
    return readBytes(file).toString('utf8');
  }

  /** A hash of the file's bytes. */
  public hash(file: string): string {
    return remember(this.hashes, `bytes:${file}`, () => sha256(readBytes(file)));
  }

  /** A hash of the file's text, in which line ends don't count: Go ignores them, and they differ between checkouts. */
  public textHash(file: string): string {
    return remember(this.hashes, `text:${file}`, () => hashText(readBytes(file)));
  }

  /** The head of a Go source file. Hashes it by the way, since both need its bytes. */
  public source(file: string): GoSource {
    return remember(this.sources, file, () => {
      const bytes = readBytes(file);
      this.hashes.set(`text:${file}`, hashText(bytes));
      return readGoSource(bytes.toString('utf8'));
    });
  }

  /** A `go.mod` or `go.work`; undefined when there is none. */
  public modFile(file: string): GoModFile | undefined {
    return remember(this.modFiles, file, () => this.isFile(file) ? readGoModFile(this.text(file)) : undefined);
  }

  /** What is there once links are followed. */
  private kind(at: string): 'file' | 'folder' | undefined {
    return remember(this.kinds, at, () => kindOfPath(at));
  }
}

function remember<T>(map: Map<string, T>, key: string, compute: () => T): T {
  if (!map.has(key)) {
    map.set(key, compute());
  }
  return map.get(key) as T;
}

function listFolder(folder: string): readonly GoFolderEntry[] | undefined {
  try {
    const entries = fs.readdirSync(folder, { withFileTypes: true });
    return entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) })).sort((a, b) => a.name < b.name ? -1 : 1);
  } catch (error) {
    if (isAbsent(error)) {
      return undefined;
    }
    throw unreadable(folder, error);
  }
}

function kindOf(entry: fs.Dirent): GoFolderEntry['kind'] {
  if (entry.isFile()) {
    return 'file';
  }
  if (entry.isDirectory()) {
    return 'folder';
  }
  return entry.isSymbolicLink() ? 'link' : 'other';
}

function kindOfPath(at: string): 'file' | 'folder' | undefined {
  try {
    const stats = fs.statSync(at);
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : undefined;
  } catch (error) {
    if (isAbsent(error)) {
      return undefined;
    }
    throw unreadable(at, error);
  }
}

/** Names that can't exist are as good as absent: import paths and patterns come from sources that may be broken. */
function isAbsent(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EINVAL', 'ELOOP', 'ERR_INVALID_ARG_VALUE'].includes((error as NodeJS.ErrnoException).code ?? '');
}

function readBytes(file: string): Buffer {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(at: string, error: unknown): ValidationError {
  return new ValidationError('GoSourcesUnreadable', `can't read ${at}, which the Go build needs: ${(error as Error).message}`);
}

function hashText(bytes: Buffer): string {
  return sha256(bytes.includes('\r\n') ? Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1') : bytes);
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
