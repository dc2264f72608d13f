import * as fs from 'fs';
import * as path from 'path';
import { AssetHashType, attachCustomSynthesis, Stack, Stage, type BundlingOptions, type CfnResource } from 'aws-cdk-lib';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import type { Construct } from 'constructs';
import { goArchitectureOf } from './go-architecture';
import { BOOTSTRAP, buildTogether, GoBuildQueue, UNBUILT, type GoProgram } from './go-build';
import { findGoEntry, type GoEntry } from './go-entry';
import { GoFiles } from './go-files';
import type { GoSettings } from './go-settings';
import { ValidationError } from '../../private/errors';
import type { ErrorId } from '../../private/ids';

/**
 * The code of one function. Which program that is depends on the function's architecture, and that can change until synthesis, so the
 * asset is asked for again each time and made once per architecture.
 */
export class GoFunctionAsset {
  private readonly assets = new Map<string, Asset>();
  private resource?: CfnResource;
  private resourceProperty?: string;

  constructor(private readonly scope: Construct, private readonly settings: GoSettings, private readonly hashOutput: boolean) {}

  /** Ties it to the resource whose architecture counts. */
  public attach(resource: CfnResource, resourceProperty: string): void {
    this.resource = resource;
    this.resourceProperty = resourceProperty;
    this.current();
  }

  /** The asset for the architecture that the function has now. */
  public current(): Asset {
    const goarch = goArchitectureOf(this.resource, this.scope);
    const known = this.assets.get(goarch);
    if (known) {
      return known;
    }
    const asset = this.create(goarch, this.assets.size === 0 ? 'Code' : `Code-${goarch}`);
    this.assets.set(goarch, asset);
    if (this.resource) {
      asset.addResourceMetadata(this.resource, this.resourceProperty!);
    }
    return asset;
  }

  private create(goarch: string, id: string): Asset {
    const entry = withScope(this.scope, () => findGoEntry(this.settings, goarch, GoFiles.of(this.scope)));
    const program = this.program(entry, goarch);
    return this.hashOutput ? this.buildAtOnce(id, entry, program) : this.buildAtSynthesis(id, entry, program);
  }

  /** The hash is known without building: the asset is registered now and built at synthesis, together with those like it. */
  private buildAtSynthesis(id: string, entry: GoEntry, program: GoProgram): Asset {
    const bundling = bundlingBy(program, '', (folder) => fs.writeFileSync(path.join(folder, UNBUILT), ''));
    const asset = new Asset(this.scope, id, { path: entry.folder, assetHash: entry.hash, bundling });
    const folder = path.resolve(Stage.of(this.scope)!.outdir, asset.assetPath);
    if (Stack.of(this.scope).bundlingRequired && !fs.existsSync(path.join(folder, BOOTSTRAP))) {
      const queue = GoBuildQueue.of(this.scope);
      queue.add({ program, folder });
      attachCustomSynthesis(asset, { onSynthesize: () => queue.build() });
    }
    return asset;
  }

  private buildAtOnce(id: string, entry: GoEntry, program: GoProgram): Asset {
    let failure: unknown;
    const bundling = bundlingBy(program, entry.hash, (folder) => {
      try {
        buildTogether([{ program, folder }]);
      } catch (error) {
        failure = error;
        throw error;
      }
    });
    try {
      return new Asset(this.scope, id, { path: entry.folder, assetHashType: AssetHashType.OUTPUT, bundling });
    } catch (error) {
      // AssetStaging wraps what a bundler throws in an error of its own.
      throw failure ?? error;
    }
  }

  private program(entry: GoEntry, goarch: string): GoProgram {
    const { tags, ldflags, environment, image } = this.settings;
    const { module, modules, workFile } = entry.workspace;
    return {
      packagePath: entry.packagePath,
      importPath: entry.name,
      moduleFolder: module.folder,
      otherFolders: modules.map(({ folder }) => folder),
      workFile,
      goarch,
      tags,
      ldflags,
      environment,
      image,
      usedBy: this.scope.node.path,
    };
  }
}

/** CDK hashes the JSON of the bundling options into the asset hash; ours must hold the key only, since the image is not in use everywhere. */
function bundlingBy(program: GoProgram, key: string, bundle: (folder: string) => void): BundlingOptions {
  const local = {
    tryBundle: (folder: string) => {
      bundle(folder);
      return true;
    },
  };
  return Object.assign({ image: program.image, local }, { toJSON: () => key });
}

function withScope<T>(scope: Construct, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof ValidationError ? new ValidationError(error.name as ErrorId, error.message, scope) : error;
  }
}
