import type { DockerImage } from 'aws-cdk-lib';

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
