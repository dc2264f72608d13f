import * as fc from 'fast-check';

/** How many inputs each reader gets: few by default, more by hand with `FUZZ_FACTOR=100 npx jest test/fuzzing`. */
const FACTOR = Number(process.env.FUZZ_FACTOR ?? 1);

/** The same inputs every time, unless another seed is asked for. */
export function runs(numRuns: number): { numRuns: number; seed: number; endOnFailure: boolean } {
  return { numRuns: numRuns * FACTOR, endOnFailure: true, seed: Number(process.env.FUZZ_SEED ?? 20_261_128) };
}

/** More time for more inputs. */
export const TIMEOUT_MS = 60_000 * FACTOR;

/** Values that nobody expects. */
const HOSTILE: readonly unknown[] = [
  null, true, 0, -1, 1e308, Number.MAX_SAFE_INTEGER + 2, '', ' ', '\u0000', '\ud800', '\udfff\ud83d', '../../etc/passwd', '${', '${AWS::NoValue}', '<script>alert(1)</script>', 'x'.repeat(5_000), [], {}, [[]],
  [null], { Ref: null }, { Ref: ['a'] }, { 'Ref': 'A', 'Fn::GetAtt': 'A.B' }, { 'Fn::GetAtt': null }, { 'Fn::GetAtt': ['A'] }, { 'Fn::Sub': [] }, { 'Fn::Sub': ['${A', { A: { Ref: 'A' } }] }, { 'Fn::If': [] },
  { 'Fn::If': ['C', { 'Fn::If': 'C' }, null] }, { 'Fn::Join': 'x' }, { 'Fn::Join': ['', { Ref: 'L' }] }, { 'Fn::Select': [9, []] }, { 'Fn::Split': [null, null] }, { 'Fn::FindInMap': ['__proto__', 'constructor', 'x'] },
  { 'Fn::ImportValue': {} }, { 'Fn::Transform': {} }, { 'Fn::ForEach::X': [] }, { Ref: 'AWS::NoValue' }, JSON.parse('{"__proto__": {"polluted": true}}'), { constructor: { prototype: { polluted: true } } },
  { hasOwnProperty: 1, toString: 2, valueOf: null },
];
const HOSTILE_KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '', '0', 'length', 'Ref', 'Fn::If', 'Fn::Transform'];

export const hostileValue: fc.Arbitrary<unknown> = fc.constantFrom(...HOSTILE);
const hostileObject = fc.dictionary(fc.constantFrom(...HOSTILE_KEYS), fc.jsonValue({ maxDepth: 2 }));
export const anyJson: fc.Arbitrary<unknown> = fc.oneof(hostileValue, fc.jsonValue({ maxDepth: 4 }), hostileObject);

/** A document of which one to four nodes, anywhere, are replaced, removed or named anew. */
export function mutated<T>(document: T): fc.Arbitrary<T> {
  const change = fc.record({ at: fc.nat(), how: fc.constantFrom('replace', 'replace', 'remove', 'rename', 'copy', 'wrap'), value: anyJson, key: fc.constantFrom(...HOSTILE_KEYS) });
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    const copy = structuredClone(document);
    for (const { at, how, value, key } of changes) {
      const places = placesOf(copy);
      if (places.length === 0) break;
      const [parent, name] = places[at % places.length];
      const [other, otherName] = places[(at * 7 + 1) % places.length];
      if (how === 'replace') put(parent, name, structuredClone(value));
      if (how === 'copy') put(parent, name, structuredClone(other[otherName]));
      if (how === 'wrap') put(parent, name, { [key]: structuredClone(parent[name]) });
      if (how === 'rename' && !Array.isArray(parent)) put(parent, key, parent[name]);
      if (how === 'remove' || how === 'rename') delete parent[name];
    }
    return JSON.parse(JSON.stringify(copy));
  });
}

/** Every place of a document: what holds it, and under which name. */
function placesOf(document: any): [any, string][] {
  if (typeof document !== 'object' || document === null) return [];
  return Object.keys(document).flatMap((name): [any, string][] => [[document, name], ...placesOf(document[name])]);
}

/** As a parser would: `__proto__` is a member like all others. */
function put(parent: any, name: string, value: unknown): void {
  Object.defineProperty(parent, name, { value, enumerable: true, configurable: true, writable: true });
}

const PIECES = ['{', '}', '[', ']', '"', ',', ':', '\n', '- ', '  ', '&a ', '*a', '!Ref ', '!Sub ', '!!binary ', '<<: *a', '#', '\u0000', '\uFEFF', '\ud800', '1e999', '-0', '"__proto__":', '%YAML 9\n---\n', '---\n', '? ', '| ', '> '];

/** A text that is cut, has pieces put in, left out or doubled, or single characters changed. */
export function damaged(text: string): fc.Arbitrary<string> {
  const damage = fc.record({ from: fc.nat(text.length), length: fc.nat(40), how: fc.constantFrom('cut', 'insert', 'remove', 'double', 'flip'), piece: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 5, unit: 'binary' })) });
  return fc.array(damage, { minLength: 1, maxLength: 3 }).map((all) => all.reduce((result, { from, length, how, piece }) => {
    const [before, middle, after] = [result.slice(0, from), result.slice(from, from + length), result.slice(from + length)];
    switch (how) {
      case 'cut': return before;
      case 'insert': return before + piece + middle + after;
      case 'remove': return before + after;
      case 'double': return before + middle + middle + after;
      default: return before + piece + after;
    }
  }, text));
}

/** Any bytes at all, with and without an end. */
export const bytes: fc.Arbitrary<Buffer> = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array));

/** Whether something put members on every object. */
export function isPolluted(): boolean {
  return 'polluted' in {};
}
