import { spawnSync } from 'child_process';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { AssetStaging, type DockerImage } from 'aws-cdk-lib';

/** A `go build` to run. */
export interface GoBuildCommand {
  /** Arguments of `go build` but for `-o` and the packages. */
  readonly flags: readonly string[];
  /** Folder of the module, in which it runs. */
  readonly moduleFolder: string;
  /** Further folders that sources are in. */
  readonly otherFolders: readonly string[];
  /** The `go.work` in force. */
  readonly workFile?: string;
  /** Packages as paths relative to the module, such as `./cmd/api`. */
  readonly packages: readonly string[];
  /** Folder to write to. */
  readonly outputFolder: string;
  /** Name of the program; without it Go names each after its package. */
  readonly outputName?: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Used when there is no `go` command. */
  readonly image: DockerImage;
}

/** How a build ended. */
export type GoBuildResult =
  | { readonly outcome: 'built' }
  | { readonly outcome: 'failed'; readonly message: string }
  | { readonly outcome: 'no-toolchain'; readonly message: string };

/**
 * Settings of the user's Go that a build keeps: where to get modules and how to reach them, and where caches are. All others are left at
 * Go's own defaults, because they could change the program without changing its hash.
 */
export const KEPT_SETTINGS = [
  'GOAUTH', 'GOCACHE', 'GOCACHEPROG', 'GOINSECURE', 'GOMODCACHE', 'GONOPROXY', 'GONOSUMDB', 'GOPATH', 'GOPRIVATE', 'GOPROXY', 'GOSUMDB', 'GOTMPDIR',
  'GOTOOLCHAIN', 'GOVCS',
];

/** Settings of the caller's process that tell a container how to get modules. Caches and toolchains are the container's own. */
const FOR_CONTAINER = [
  'GOAUTH', 'GOINSECURE', 'GONOPROXY', 'GONOSUMDB', 'GOPRIVATE', 'GOPROXY', 'GOSUMDB', 'GOVCS', 'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy',
  'https_proxy', 'no_proxy',
];

const DROPPED_SETTING = /^(?:GO(?:111MODULE|386|AMD64|ARCH|ARM|ARM64|BIN|DEBUG|ENV|EXPERIMENT|FIPS140|FLAGS|OS|WORK)|CGO_.*|GO_EXTLINK_ENABLED)$/;

const CONTAINER_ERRORS = 'go-build.stderr';

/** Builds with the local `go`, or else with Docker. */
export function runGoBuild(command: GoBuildCommand): GoBuildResult {
  const local = findLocalGo();
  if (local.settings) {
    return buildLocally(command, local.settings);
  }
  const result = buildInDocker(command);
  return result.outcome === 'no-toolchain' ? { ...result, message: `${local.problem}; ${result.message}` } : result;
}

interface LocalGo {
  /** Absent when there is no Go that runs. */
  readonly settings?: Record<string, string>;
  readonly problem?: string;
}

/** Asks the local Go what it is set to, outside any module, so that it never fetches a toolchain for that. */
function findLocalGo(): LocalGo {
  const { GOENV } = process.env;
  const env = { ...inheritedEnvironment(), ...GOENV === undefined ? {} : { GOENV } };
  const found = spawnSync('go', ['env', '-json', ...KEPT_SETTINGS], { cwd: os.tmpdir(), encoding: 'utf8', env });
  if (found.status !== 0) {
    return { problem: found.error?.message ?? `go env said ${found.stderr.trim()}` };
  }
  const settings = Object.entries(JSON.parse(found.stdout) as Record<string, string>);
  return { settings: Object.fromEntries(settings.filter(([name, value]) => value !== '' && KEPT_SETTINGS.includes(name))) };
}

function inheritedEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !DROPPED_SETTING.test(name)));
}

function buildLocally(command: GoBuildCommand, settings: Record<string, string>): GoBuildResult {
  const built = spawnSync('go', goArguments(command, command.outputFolder), {
    cwd: command.moduleFolder,
    encoding: 'utf8',
    maxBuffer: Infinity,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inheritedEnvironment(), ...settings, GOENV: 'off', GOWORK: command.workFile ?? 'off', ...command.environment },
  });
  if (built.status === 0) {
    return { outcome: 'built' };
  }
  return { outcome: 'failed', message: built.stderr || built.error?.message || `go build was ended by ${built.signal}` };
}

function buildInDocker(command: GoBuildCommand): GoBuildResult {
  const mounts = mountsFor(command);
  const inContainer = (folder: string) => mounts.find(({ hostPath }) => isInside(folder, hostPath))!.inContainer(folder);
  const passed = Object.fromEntries(FOR_CONTAINER.flatMap((name) => process.env[name] ? [[name, process.env[name]!]] : []));
  const { uid, gid } = os.userInfo();
  const errors = path.join(command.outputFolder, CONTAINER_ERRORS);
  try {
    command.image.run({
      entrypoint: ['sh', '-c', `exec go "$@" 2>${AssetStaging.BUNDLING_OUTPUT_DIR}/${CONTAINER_ERRORS}`, 'go'],
      command: goArguments(command, AssetStaging.BUNDLING_OUTPUT_DIR),
      user: uid === -1 ? '1000:1000' : `${uid}:${gid}`,
      workingDirectory: inContainer(command.moduleFolder),
      volumes: [...mounts, { hostPath: command.outputFolder, containerPath: AssetStaging.BUNDLING_OUTPUT_DIR }]
        .map(({ hostPath, containerPath }) => ({ hostPath, containerPath })),
      environment: {
        HOME: '/tmp',
        GOCACHE: '/tmp/go-build',
        GOTOOLCHAIN: 'auto',
        GOENV: 'off',
        GOFLAGS: '',
        ...passed,
        GOWORK: command.workFile ? path.posix.join(inContainer(path.dirname(command.workFile)), 'go.work') : 'off',
        ...command.environment,
      },
    });
    fs.rmSync(errors, { force: true });
    return { outcome: 'built' };
  } catch (error) {
    return dockerFailure(error as Error, errors);
  }
}

/** Docker ends with 125 to 127 when it could not even start the command. */
function dockerFailure(error: Error, errors: string): GoBuildResult {
  const said = fs.existsSync(errors) ? fs.readFileSync(errors, 'utf8') : '';
  const reason = error.message.split('\n')[0];
  const started = /exited with (?:status (?!12[567]\b)|signal)/.test(reason);
  return said !== '' || started ? { outcome: 'failed', message: said || reason } : { outcome: 'no-toolchain', message: reason };
}

function goArguments(command: GoBuildCommand, outputFolder: string): string[] {
  return ['build', ...command.flags, '-o', `${outputFolder}/${command.outputName ?? ''}`, ...command.packages];
}

interface Mount {
  readonly hostPath: string;
  readonly containerPath: string;
  inContainer(folder: string): string;
}

/** Each source folder at a place that keeps their paths relative to each other, which is what `replace` and `use` lines hold. */
function mountsFor(command: GoBuildCommand): Mount[] {
  const folders = [command.moduleFolder, ...command.workFile ? [path.dirname(command.workFile)] : [], ...command.otherFolders];
  const outermost = [...new Set(folders)].filter((folder) => !folders.some((other) => other !== folder && isInside(folder, other)));
  const base = outermost.reduce(commonFolder);
  const inContainer = (folder: string) => path.posix.join(AssetStaging.BUNDLING_INPUT_DIR, path.relative(base, folder).split(path.sep).join('/'));
  return outermost.map((hostPath) => ({ hostPath, containerPath: inContainer(hostPath), inContainer }));
}

function isInside(folder: string, outer: string): boolean {
  const relative = path.relative(outer, folder);
  return !path.isAbsolute(relative) && relative.split(path.sep)[0] !== '..';
}

function commonFolder(one: string, other: string): string {
  let at = one;
  while (!isInside(other, at) && at !== path.dirname(at)) {
    at = path.dirname(at);
  }
  return at;
}
