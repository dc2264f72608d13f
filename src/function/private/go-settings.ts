import * as path from 'path';
import { DockerImage, Token } from 'aws-cdk-lib';
import { KEPT_SETTINGS } from './go-toolchain';
import { ValidationError } from '../../private/errors';
import type { GoCodeOptions } from '../go-code-options';

/** Leaves out the RPC code of aws-lambda-go, which only the retired go1.x runtime used. */
const NO_RPC = 'lambda.norpc';

/** The newest Go; it fetches the toolchain that a `go.mod` asks for when that is newer still. */
const DEFAULT_IMAGE = 'public.ecr.aws/docker/library/golang:1';

const DECIDED_BY_BUILD = ['CGO_ENABLED', 'GOARCH', 'GOENV', 'GOFLAGS', 'GOOS'];

/** The path and options of a `GoCode`, checked and in one order. */
export interface GoSettings {
  /** As the user typed it. */
  readonly path: string;
  readonly folder: string;
  readonly tags: readonly string[];
  readonly ldflags: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly image: DockerImage;
  /** The part of the options that counts in the asset hash. */
  readonly hashed: string;
}

/** Checks the path and options of a `GoCode`. */
export function readGoSettings(packagePath: string, options: GoCodeOptions): GoSettings {
  const { buildTags = [], ldflags = [], environment = {} } = options;
  refuseTokens(packagePath, buildTags, ldflags, environment);
  for (const tag of buildTags) {
    if (!/^[\p{L}\p{N}_.]+$/u.test(tag)) {
      throw new ValidationError('GoBuildTagInvalid',
        `buildTags of the GoCode ${packagePath} has ${JSON.stringify(tag)}; a tag is made of letters, digits, underscores and dots, one per element`);
    }
  }
  for (const [name, value] of Object.entries(environment)) {
    if (DECIDED_BY_BUILD.includes(name) || (name === 'GOWORK' && value !== 'off')) {
      throw new ValidationError('GoEnvironmentReserved',
        `environment of the GoCode ${packagePath} sets ${name} to ${JSON.stringify(value)}; ` +
        (name === 'GOWORK' ? 'GOWORK may only be "off", a go.work is found by itself' : `${name} is decided by the build, remove it`));
    }
  }
  const tags = [...new Set([NO_RPC, ...buildTags])].sort();
  const sorted = Object.entries(environment).sort(([a], [b]) => a < b ? -1 : 1);
  const decisive = sorted.filter(([name]) => !KEPT_SETTINGS.includes(name) || name === 'GOTOOLCHAIN');
  return {
    path: packagePath,
    folder: path.resolve(packagePath),
    tags,
    ldflags,
    environment: Object.fromEntries(sorted),
    image: options.dockerImage ?? DockerImage.fromRegistry(DEFAULT_IMAGE),
    hashed: JSON.stringify([tags, ldflags, decisive, options.dockerImage?.toJSON()]),
  };
}

function refuseTokens(packagePath: string, buildTags: string[], ldflags: string[], environment: Record<string, string>): void {
  const values = { path: [packagePath], buildTags, ldflags, environment: Object.values(environment) };
  for (const [option, texts] of Object.entries(values)) {
    if (Token.isUnresolved(texts) || texts.some((text) => Token.isUnresolved(text))) {
      throw new ValidationError('GoOptionUnresolved',
        `${option} of the GoCode ${Token.isUnresolved(packagePath) ? '' : packagePath} holds a value known only at deployment, but it is needed at synth; ` +
        'pass such values to the function as environment variables');
    }
  }
}
