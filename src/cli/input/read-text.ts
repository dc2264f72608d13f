import { readFileSync, statSync } from 'fs';
import { parseCfnYaml } from './cfn-yaml';
import { isYamlDeeperThan } from './yaml-depth';
import { ValidationError } from '../../private/errors';

/** CloudFormation takes 1 MB; a template before its transform may be larger, but not like this. */
const MAX_BYTES = 50 * 1024 * 1024;

/** Deeper than any template, and far from what would end the recursion of a reader. */
const MAX_DEPTH = 200;

/** What a file in JSON or YAML holds. */
export function readData(file: string): unknown {
  const stats = statSync(file);
  if (!stats.isFile()) throw new ValidationError('InputNotReadable', `${file} is no ordinary file`);
  const { size } = stats;
  if (size > MAX_BYTES) {
    throw new ValidationError('InputTooLarge', `${file} has ${megabytes(size)} MB, which is no template: at most ${megabytes(MAX_BYTES)} MB are read`);
  }
  const data = parse(textOf(bytesOf(file), file), file);
  return isDeeperThan(data, MAX_DEPTH) ? tooDeep(file) : data;
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new ValidationError('InputNotReadable', `${file} can not be read: ${(error as NodeJS.ErrnoException).code}`);
  }
}

function textOf(bytes: Buffer, file: string): string {
  if (!bytes.includes(0)) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      // told below
    }
  }
  throw new ValidationError('InputNotText', `${file} holds no UTF-8 text: a template is JSON or YAML`);
}

function parse(text: string, file: string): unknown {
  const isJson = /\.json$/i.test(file);
  if (isJson || text.trimStart().startsWith('{')) {
    try {
      return JSON.parse(text);
    } catch (error) {
      if (isJson) throw new ValidationError('InputNotParsable', `${file} is not JSON: ${reasonOf(error as Error, text)}`);
    }
  }
  return isYamlDeeperThan(text, MAX_DEPTH) ? tooDeep(file) : parseCfnYaml(text, file);
}

function tooDeep(file: string): never {
  throw new ValidationError('InputTooLarge', `${file} is nested deeper than ${MAX_DEPTH} levels, which is no template`);
}

/** The message of the parser on one line, without a piece of the file, and with the place as line and column. */
function reasonOf({ message }: Error, text: string): string {
  const position = /at position (\d+)/.exec(message)?.[1];
  const [reason] = message.split(/ at position|, "|, \.\.\."/);
  if (position === undefined) return /end of JSON/.test(message) ? 'it ends too early' : oneLine(reason);
  const before = text.slice(0, Number(position)).split('\n');
  return `${oneLine(reason)} at line ${before.length}, column ${before[before.length - 1].length + 1}`;
}

function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();
}

function isDeeperThan(data: unknown, depth: number): boolean {
  let level = [data];
  for (let i = 0; i <= depth && level.length > 0; i++) {
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return level.length > 0;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
