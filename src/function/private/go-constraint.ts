/** True, false, or not known without knowing the toolchain. */
export type Truth = boolean | undefined;

/** What the build is for: decides which files of a package are in. */
export interface GoTarget {
  /** `amd64` or `arm64`. */
  readonly goarch: string;
  readonly tags: ReadonlySet<string>;
}

const KNOWN_OS = new Set([
  'aix', 'android', 'darwin', 'dragonfly', 'freebsd', 'hurd', 'illumos', 'ios', 'js', 'linux', 'nacl', 'netbsd', 'openbsd', 'plan9', 'solaris',
  'wasip1', 'windows', 'zos',
]);

const KNOWN_ARCH = new Set([
  '386', 'amd64', 'amd64p32', 'arm', 'arm64', 'arm64be', 'armbe', 'loong64', 'mips', 'mips64', 'mips64le', 'mips64p32', 'mips64p32le', 'mipsle',
  'ppc', 'ppc64', 'ppc64le', 'riscv', 'riscv64', 's390', 's390x', 'sparc', 'sparc64', 'wasm',
]);

/** Tags that follow the toolchain, not the sources: the hash must not depend on them, so they are neither true nor false. */
const TOOLCHAIN_TAG = /^(?:go1(?:\.\d+)?|goexperiment\..*|(?:amd64|arm64)\.v.*|boringcrypto)$/;

/** Expressions nested deeper than this are left undecided; Go refuses them. */
const MAX_DEPTH = 200;

/** Whether a build tag holds for the target. */
export function tagTruth(tag: string, target: GoTarget): Truth {
  if (target.tags.has(tag) || tag === 'linux' || tag === 'unix' || tag === 'gc' || tag === target.goarch) {
    return true;
  }
  return TOOLCHAIN_TAG.test(tag) ? undefined : false;
}

/** Whether a `//go:build` expression holds; undecided when it can't be read, because then Go has to say what is wrong. */
export function evaluateConstraint(expression: string, target: GoTarget): Truth {
  return new Evaluation(expression.match(/\|\||&&|[!()]|[\p{L}\p{N}_.]+|\S/gu) ?? [], target).result();
}

class Evaluation {
  private at = 0;
  private broken = false;

  constructor(private readonly tokens: readonly string[], private readonly target: GoTarget) {}

  public result(): Truth {
    const truth = this.or(0);
    return this.broken || this.at < this.tokens.length ? undefined : truth;
  }

  private or(depth: number): Truth {
    let left = this.and(depth);
    while (this.take('||')) {
      left = eitherOf(left, this.and(depth));
    }
    return left;
  }

  private and(depth: number): Truth {
    let left = this.not(depth);
    while (this.take('&&')) {
      left = bothOf(left, this.not(depth));
    }
    return left;
  }

  private not(depth: number): Truth {
    this.broken ||= depth > MAX_DEPTH;
    if (!this.broken && this.take('!')) {
      return negationOf(this.not(depth + 1));
    }
    if (!this.broken && this.take('(')) {
      const inner = this.or(depth + 1);
      this.broken ||= !this.take(')');
      return inner;
    }
    return this.tag();
  }

  private tag(): Truth {
    const tag = this.tokens[this.at++];
    this.broken ||= !/^[\p{L}\p{N}_.]+$/u.test(tag ?? '');
    return this.broken ? undefined : tagTruth(tag, this.target);
  }

  private take(token: string): boolean {
    const there = this.tokens[this.at] === token;
    this.at += there ? 1 : 0;
    return there;
  }
}

/** A `// +build` line's arguments as a `//go:build` expression. */
export function plusBuildToExpression(args: string): string {
  const alternatives = args.trim().split(/\s+/).map((terms) => terms.split(',').join(' && '));
  return alternatives.map((alternative) => `(${alternative})`).join(' || ');
}

/** Whether a file's name (`x_windows.go`, `x_linux_arm64.s`) lets it into the build. */
export function fileNameFits(fileName: string, target: GoTarget): boolean {
  const stem = fileName.split('.', 1)[0];
  const underscore = stem.indexOf('_');
  if (underscore < 0) {
    return true;
  }
  const parts = stem.slice(underscore + 1).split('_');
  if (parts.at(-1) === 'test') {
    parts.pop();
  }
  const last = parts.at(-1) ?? '';
  const beforeLast = parts.at(-2) ?? '';
  if (KNOWN_OS.has(beforeLast) && KNOWN_ARCH.has(last)) {
    return tagTruth(beforeLast, target) === true && tagTruth(last, target) === true;
  }
  return KNOWN_OS.has(last) || KNOWN_ARCH.has(last) ? tagTruth(last, target) === true : true;
}

function negationOf(operand: Truth): Truth {
  return operand === undefined ? undefined : !operand;
}

function eitherOf(left: Truth, right: Truth): Truth {
  if (left === true || right === true) {
    return true;
  }
  return left === undefined || right === undefined ? undefined : false;
}

function bothOf(left: Truth, right: Truth): Truth {
  if (left === false || right === false) {
    return false;
  }
  return left === undefined || right === undefined ? undefined : true;
}
