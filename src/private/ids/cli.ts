import type { IdText } from './id-text';

export const CLI_ERRORS = {
  BaselineInvalid: {
    meaning: 'The file named as baseline is none.',
    fix: 'Write it with `lambda-errors check <path> --write-baseline <file>`.',
  },
  CliFormatUnknown: {
    meaning: 'A command was asked for a format that it does not write.',
    fix: 'Use one of the formats that the message names.',
  },
  CliUsage: {
    meaning: 'The command line of `lambda-errors` can not be understood: an unknown command or option, or an argument too few or too many.',
    fix: 'See `lambda-errors --help`, or `lambda-errors <command> --help`.',
  },
  InputNotFound: {
    meaning: 'There is no file or folder of that name.',
    fix: 'Name a template, a folder of templates, or the `cdk.out` of an app; run `cdk synth` first.',
  },
  InputTooLarge: {
    meaning: 'The file is larger than any template, or deeper nested.',
    fix: 'Name a template. CloudFormation takes at most 1 MB.',
  },
  InputNotText: {
    meaning: 'The file holds no UTF-8 text.',
    fix: 'Name a template in JSON or YAML, in UTF-8.',
  },
  InputNotParsable: {
    meaning: 'The file is neither JSON nor YAML, is cut off, has a key twice, or more aliases than anybody writes.',
    fix: 'Correct the place that the message names.',
  },
  InputNotTemplate: {
    meaning: 'The file holds no CloudFormation template: an object with `Resources`.',
    fix: 'Name a template, not another file.',
  },
  InputWithoutTemplates: {
    meaning: 'No file of the folder holds a template.',
    fix: 'Name the folder that `cdk synth` writes to, or one that holds templates directly.',
  },
  ExplainUnknownTerm: {
    meaning: 'Nothing is known of that code, status, error type, gateway response or metric.',
    fix: 'Look at the names that the message proposes, or at `docs/facts.md`.',
  },
  OutputNotWritable: {
    meaning: 'A file that was asked for can not be written.',
    fix: 'Name a file in a folder that exists and may be written to.',
  },
  InputNotReadable: {
    meaning: 'The file or folder is there, but may not be read, or is no ordinary file.',
    fix: 'Check its permissions.',
  },
} as const satisfies Record<string, IdText>;

export const CLI_WARNINGS = {
} as const satisfies Record<string, IdText>;
