import { Lazy, type CfnResource } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { GoCodeHash, type GoCodeOptions } from './go-code-options';
import { GoFunctionAsset } from './private/go-asset';
import { GO_CODE, GO_HANDLER, GO_RUNTIME, hasGoMark } from './private/go-marker';
import { readGoSettings, type GoSettings } from './private/go-settings';

/**
 * The code of a function written in Go: built at synth from the sources, for the architecture that the function has.
 *
 * It works in any construct that takes a `lambda.Code`, together with `GoCode.RUNTIME` and `GoCode.HANDLER`; `ResilientFunction` takes
 * both from it. It is built with the local `go`, or else in Docker, or else fails with `GoToolchainNotFound`. Only the CDK's context
 * `aws:cdk:bundling-stacks` skips the build.
 */
export class GoCode extends lambda.Code {
  /** The runtime for Go programs. */
  public static readonly RUNTIME = GO_RUNTIME;

  /** The handler of Go programs: the name of the program file. */
  public static readonly HANDLER = GO_HANDLER;

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
    return hasGoMark(x);
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
