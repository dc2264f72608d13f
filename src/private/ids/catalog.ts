import type { IdText } from './id-text';

export const CATALOG_ERRORS = {
  ErrorCodeDuplicate: {
    meaning: 'Two definitions of an `ErrorCatalog` have the same `code`.',
    fix: 'Keep one of them, or rename the other.',
  },
  ErrorCodeInvalid: {
    meaning: "The `code` of an `ErrorDefinition` can't be the name of an exported Go type.",
    fix: 'Use a capital followed by letters and digits, at most 64: `OrderNotFound`.',
  },
  ErrorDocumentationUrlInvalid: {
    meaning: 'The `documentationUrl` of an `ErrorDefinition` is no absolute http or https URL, or is not known at synthesis.',
    fix: 'Give the whole URL as a literal, or leave it out.',
  },
  ErrorMessageInvalid: {
    meaning: 'The `message` of an `ErrorDefinition` is empty or not known at synthesis.',
    fix: 'Give a literal text for callers, or leave it out to get the code in words.',
  },
  ErrorMessagePrefixInvalid: {
    meaning: 'The `messagePrefix` of an `ErrorDefinition` has characters that a template or pattern cannot hold, or is how Lambda itself begins.',
    fix: 'Use literal, printable ASCII text without quotes, backslashes, `$` and `#`, which the messages of Lambda do not begin with.',
  },
  ErrorMessagePrefixOverlap: {
    meaning: 'A message could tell two errors of an `ErrorCatalog`, because one `messagePrefix` is the beginning of another start.',
    fix: 'Make the shorter `messagePrefix` longer, or have the function put the code in brackets.',
  },
  ErrorRetryAfterInvalid: {
    meaning: 'The `retryAfter` of an `ErrorDefinition` is not in whole seconds, or below one.',
    fix: 'Use `Duration.seconds(n)` with n of at least 1.',
  },
  ErrorRetryAfterUnknown: {
    meaning: "The `retryAfter` of an `ErrorDefinition` is a token, which the rendering of the catalogue can't hold.",
    fix: 'Give a literal: `Duration.seconds(2)`.',
  },
  ErrorStatusInvalid: {
    meaning: "The `httpStatus` of an `ErrorDefinition` doesn't fit its category.",
    fix: 'Choose a status of the category, or the category that fits the status.',
  },
  GoPackageNameInvalid: {
    meaning: '`packageName` of `toGoSource()` is no Go identifier, or a keyword.',
    fix: 'Use the name of the package that the file is put into: `apperrors`.',
  },
} as const satisfies Record<string, IdText>;

export const CATALOG_WARNINGS = {
} as const satisfies Record<string, IdText>;
