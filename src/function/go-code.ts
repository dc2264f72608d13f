import { Lazy, type CfnResource, type DockerImage } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { GoFunctionAsset } from './private/go-asset';
import { readGoSettings, type GoSettings } from './private/go-settings';

const GO_CODE = Symbol.for('cdk-lambda-error-handling.GoCode');

/** What the asset hash of a `GoCode` is made of. */
export enum GoCodeHash {
  /**
   * The sources that the program is built from: known without building, so that an unchanged function is not built again, and the same on
   * every machine.
   */
  SOURCE = 'source',

  /** The built program. Each synth builds, and another Go version gives another hash. */
  OUTPUT = 'output',
}

/** Options for `GoCode.fromPackage()`. */
export interface GoCodeOptions {
  /**
   * Build tags (`go build -tags`). `lambda.norpc` is always set.
   *
   * Fails with `GoBuildTagInvalid` when one is not a name.
   *
   * @default - only `lambda.norpc`
   */
  readonly buildTags?: string[];

  /**
   * Linker flags (`go build -ldflags`), for example `-X main.version=1.2.3`. They follow `-s -w`, which strip the program.
   *
   * @default - only `-s -w`
   */
  readonly ldflags?: string[];

  /**
   * Environment variables of the build, for example `{ GOAMD64: 'v3' }`. They count in the asset hash, except those that only say where
   * modules come from and where caches are (`GOPROXY`, `GOPRIVATE`, `GOMODCACHE`, …).
   *
   * Of the Go settings of the machine only those last ones and `GOTOOLCHAIN` are used: others could change the program without a trace.
   *
   * Fails with `GoEnvironmentReserved` for `GOOS`, `GOARCH`, `CGO_ENABLED`, `GOFLAGS`, `GOENV`, and for a `GOWORK` other than `off`.
   *
   * @default - none
   */
  readonly environment?: { [name: string]: string };

  /**
   * What the asset hash is made of.
   *
   * @default GoCodeHash.SOURCE
   */
  readonly hashBy?: GoCodeHash;

  /**
   * The image to build in on a machine without a `go` command. It needs `go` and `sh`. An image given here counts in the asset hash.
   *
   * @default - the newest official Go image, from the Amazon ECR Public Gallery
   */
  readonly dockerImage?: DockerImage;
}

/**
 * The code of a function written in Go: built at synth from the sources, for the architecture that the function has.
 *
 * It works in any construct that takes a `lambda.Code`, together with `GoCode.RUNTIME` and `GoCode.HANDLER`; `ResilientFunction` takes
 * both from it. It is built with the local `go`, or else in Docker, or else fails with `GoToolchainNotFound`. Only the CDK's context
 * `aws:cdk:bundling-stacks` skips the build.
 */
export class GoCode extends lambda.Code {
  /** The runtime for Go programs. */
  public static readonly RUNTIME = lambda.Runtime.PROVIDED_AL2023;

  /** The handler of Go programs: the name of the program file. */
  public static readonly HANDLER = 'bootstrap';

  /**
   * The program of a main package.
   *
   * The asset hash covers what the package is built from inside its module: the packages it imports, embedded files, local `replace` and
   * workspace modules, vendored packages, `go.mod`, `go.sum` and the options. Tests, files that build constraints exclude, and everything
   * else do not count.
   *
   * When the function is created it fails with `GoPackageNotFound`, `GoPackageNotMain`, `GoModuleNotFound`, `GoModuleInvalid`,
   * `GoModuleNotInWorkspace`, `GoSourcesUnreadable` or `GoArchitectureUnknown`; when the app is synthesized with `GoBuildFailed` or
   * `GoToolchainNotFound`. Fails with `GoOptionUnresolved` when an option is known only at deployment.
   *
   * @param path Folder of the main package, relative to the working directory or absolute.
   * @param options How to build it.
   */
  public static fromPackage(path: string, options: GoCodeOptions = {}): GoCode {
    return new GoCode(readGoSettings(path, options), options.hashBy === GoCodeHash.OUTPUT);
  }

  /** Whether a value is a `GoCode`. */
  public static isGoCode(x: any): x is GoCode {
    return x !== null && typeof x === 'object' && GO_CODE in x;
  }

  private readonly bound = new WeakMap<Construct, GoFunctionAsset>();

  private constructor(private readonly settings: GoSettings, private readonly hashOutput: boolean) {
    super();
    Object.defineProperty(this, GO_CODE, { value: true });
  }

  /**
   * Called by the function that uses the code.
   *
   * @param scope The function.
   */
  public bind(scope: Construct): lambda.CodeConfig {
    const code = this.bound.get(scope) ?? new GoFunctionAsset(scope, this.settings, this.hashOutput);
    this.bound.set(scope, code);
    return {
      s3Location: {
        bucketName: Lazy.uncachedString({ produce: () => code.current().s3BucketName }),
        objectKey: Lazy.uncachedString({ produce: () => code.current().s3ObjectKey }),
      },
    };
  }

  /**
   * Called by the function that uses the code, when its resource is there: only now is its architecture known.
   *
   * @param resource The resource of the function.
   * @param options Where in the resource the code is.
   */
  public bindToResource(resource: CfnResource, options: lambda.ResourceBindOptions = {}): void {
    const scope = [...resource.node.scopes].reverse().find((construct) => this.bound.has(construct as Construct));
    const code = scope && this.bound.get(scope as Construct);
    code?.attach(resource, options.resourceProperty ?? 'Code');
  }
}
