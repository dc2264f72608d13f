import type { IdText } from './id-text';

export const FUNCTION_ERRORS = {
  FunctionRuntimeMissing: {
    meaning: 'A `ResilientFunction` whose code implies no runtime has no `runtime`.',
    fix: 'Set `runtime`, or use a `GoCode`, which implies one.',
  },
  LogRetentionWithLogGroup: {
    meaning: '`logRetention` is set although `logGroup` brings a log group with a retention of its own.',
    fix: 'Remove `logRetention` and set the retention on the log group, or remove `logGroup`.',
  },
  FunctionHandlerMissing: {
    meaning: 'A `ResilientFunction` whose code implies no handler has no `handler`.',
    fix: 'Set `handler`, or use a `GoCode`, which implies one.',
  },
  FunctionErrorCatalogConflict: {
    meaning: '`FunctionErrorCatalog` is to set `LAMBDA_ERROR_CATALOG`, and the function has it with another value.',
    fix: 'Take one of the two away, or give both the same catalogue and body.',
  },
  FunctionEnvironmentTooLarge: {
    meaning: 'The environment variables of a function with a catalogue are larger than the 4 KB that Lambda takes.',
    fix: 'Compile the catalogue into the function with `ErrorCatalog.toGoSource()` or `toJson()`, or shorten its messages.',
  },
  GoPackageNotFound: {
    meaning: 'The path of a `GoCode` is not a folder with Go files to build.',
    fix: 'Give the folder of a main package, relative to the working directory or absolute. Files that build constraints exclude don\'t count.',
  },
  GoPackageNotMain: {
    meaning: 'The package of a `GoCode` is not `package main`, so there is no program to run.',
    fix: 'Give the folder of the main package, for example `cmd/api`.',
  },
  GoModuleNotFound: {
    meaning: 'The package of a `GoCode` is outside a Go module: neither its folder nor any above it has a `go.mod`.',
    fix: 'Give the path of a package inside a module, or make one with `go mod init`.',
  },
  GoModuleInvalid: {
    meaning: 'The `go.mod` of a `GoCode` does not name a module.',
    fix: 'Add a `module` line: `go mod edit -module=example.com/mod`.',
  },
  GoModuleNotInWorkspace: {
    meaning: 'A `go.work` above the package of a `GoCode` does not list the package\'s module.',
    fix: 'Add the module with `go work use`, or set `environment: { GOWORK: \'off\' }`.',
  },
  GoSourcesUnreadable: {
    meaning: 'A file or folder that a Go build needs can\'t be read.',
    fix: 'Correct its permissions.',
  },
  GoBuildTagInvalid: {
    meaning: 'A build tag of a `GoCode` is not a name.',
    fix: 'Use letters, digits, underscores and dots, one tag per element of `buildTags`.',
  },
  GoEnvironmentReserved: {
    meaning: 'A variable in `environment` of a `GoCode` is one that the build itself decides.',
    fix: 'Remove it. The architecture is the function\'s own, flags are `buildTags` and `ldflags`, and `GOWORK` may only be `off`.',
  },
  GoOptionUnresolved: {
    meaning: 'An option of a `GoCode` holds a value that is known only at deployment.',
    fix: 'Pass such values to the function as environment variables.',
  },
  GoArchitectureUnknown: {
    meaning: 'The architecture of a function with a `GoCode` is not known at synth, or is none that Go builds for Lambda.',
    fix: 'Set it to `Architecture.X86_64` or `Architecture.ARM_64`.',
  },
  GoToolchainNotFound: {
    meaning: 'A Go function has to be built, and there is neither a `go` command nor a Docker that runs.',
    fix: 'Install Go (https://go.dev/dl) or start Docker. To synthesize without building, for a template that can\'t be deployed, ' +
      'set the context of the app: `new App({ postCliContext: { \'aws:cdk:bundling-stacks\': [] } })`.',
  },
  GoBuildFailed: {
    meaning: '`go build` failed; the message holds what Go said.',
    fix: 'Correct what Go complains about. The paths in its message are relative to the module.',
  },
} as const satisfies Record<string, IdText>;

export const FUNCTION_WARNINGS = {
  'FunctionErrorCatalog.importedFunction': {
    meaning: 'A function that is imported was to get the error catalogue, which nobody can give it from here.',
    fix: 'Set `LAMBDA_ERROR_CATALOG` where the function is defined.',
  },
  'FunctionErrorCatalog.unknownEnvironment': {
    meaning: 'A condition or parameter decides the environment of a function, so the error catalogue could not be added to it.',
    fix: 'Add `LAMBDA_ERROR_CATALOG` to both sides of the condition.',
  },
} as const satisfies Record<string, IdText>;
