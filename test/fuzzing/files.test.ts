import { mkdirSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import * as fc from 'fast-check';
import { SERVERLESS, TEMPLATE } from './documents';
import { anyJson, bytes, damaged, isPolluted, mutated, runs, TIMEOUT_MS } from './inputs';
import { removeWritten, run, written } from '../cli/support';

afterAll(removeWritten);

const YAML = `Transform: AWS::Serverless-2016-10-31
Globals: &g
  Function: {Timeout: 3}
Resources:
  Orders:
    <<: {Type: AWS::Serverless::Function}
    Properties:
      Handler: !Sub "\${Name}.x"
      Events:
        Queue: {Type: SQS, Properties: {Queue: !GetAtt Q.Arn, BatchSize: 0x0A}}
  Q: {Type: AWS::SQS::Queue, Properties: {Tags: [*g, !If [C, !Ref A, !Base64 b]], DelaySeconds: 1_000}}
`;
const MANIFEST = {
  version: '50.0.0',
  artifacts: {
    Stack: { type: 'aws:cloudformation:stack', environment: 'aws://111122223333/eu-west-1', displayName: 'Shop', properties: { templateFile: 'Stack.template.json', stackName: 'Shop' } },
    Stage: { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-Stage' } },
  },
};
const COMMANDS = [['check'], ['report'], ['report', '--runbook'], ['graph'], ['check', '--format', 'sarif'], ['simulate', '--function', 'Notify', '--invoker', 'sns', '--failure', 'timeout']];
const command = fc.constantFrom(...COMMANDS);

/** A result, or one line with the id of what is wrong. */
function expectClear({ code, out, err }: ReturnType<typeof run>): void {
  expect([0, 1, 2]).toContain(code);
  expect(out + err).not.toMatch(/\n\s+at .*:\d+:\d+/);
  if (code === 2) expect(err).toMatch(/^lambda-errors: [^\n]+ \[\w+\]$/);
  expect(isPolluted()).toBe(false);
}

const content = fc.oneof(
  bytes, fc.string({ unit: 'binary' }), damaged(YAML), damaged(JSON.stringify(TEMPLATE)), anyJson.map((value) => JSON.stringify(value)), mutated<unknown>(SERVERLESS).map((value) => JSON.stringify(value)),
);

test.each(['json', 'yaml', 'template'])('whatever a file .%s holds, every command says something clear', (extension) => {
  fc.assert(fc.property(content, command, (data, [name, ...options]) => {
    const text = typeof data === 'string' ? Buffer.from(data) : data;
    expectClear(run(name, written(`input.${extension}`, text), ...options));
  }), runs(70));
}, TIMEOUT_MS);

test.each([
  ['a bomb of aliases', `a: &a [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 9 }, (_, i) => `${'bcdefghij'[i]}: &${'bcdefghij'[i]} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(',')}]\n`).join('')}Resources: *j\n`],
  ['a bomb of merges', `a: &a {x: 1}\n${Array.from({ length: 20 }, (_, i) => `b${i}: &b${i} {<<: [${i === 0 ? '*a, *a' : `*b${i - 1}, *b${i - 1}`}]}\n`).join('')}Resources: *b19\n`],
  ['an anchor in itself', 'Resources: &a\n  A: *a\n'],
  ['100,000 brackets', `Resources: ${'['.repeat(100_000)}`],
  ['100,000 braces in JSON', `{"Resources": ${'{"a":'.repeat(100_000)}`],
  ['100,000 dashes', `Resources:\n  ${'- '.repeat(100_000)}`],
  ['a number without end', `Resources: {A: {Type: AWS::Lambda::Function, Properties: {Timeout: ${'9'.repeat(10_000)}}}}`],
  ['a key of a megabyte', `Resources: {? ${'k'.repeat(1_000_000)} : {}}`],
  ['keys that are lists', 'Resources: {? [a, b] : {Type: x}, ? {c: d} : 1}'],
])('%s is no danger', (_, text) => {
  const start = Date.now();
  for (const extension of ['json', 'yaml']) expectClear(run('check', written(`bomb.${extension}`, text)));
  expect(Date.now() - start).toBeLessThan(10_000);
}, 20_000);

test('whatever a manifest says, its cloud assembly is read or refused', () => {
  const folder = dirname(written('assembly/Stack.template.json', TEMPLATE));
  mkdirSync(join(folder, 'assembly-Stage'), { recursive: true });
  writeFileSync(join(folder, 'assembly-Stage', 'manifest.json'), JSON.stringify(MANIFEST));
  const manifest = fc.oneof(mutated<unknown>(MANIFEST).map((value) => JSON.stringify(value)), damaged(JSON.stringify(MANIFEST)));
  fc.assert(fc.property(manifest, (text) => {
    writeFileSync(join(folder, 'manifest.json'), text);
    expectClear(run('check', folder));
  }), runs(120));
}, TIMEOUT_MS);

test.each(['.', '..', 'assembly-Stage/..', 'assembly-Stage'])('an assembly with itself as a stage, %s, is read once', (directoryName) => {
  const folder = dirname(written('loop/Stack.template.json', TEMPLATE));
  mkdirSync(join(folder, 'assembly-Stage'), { recursive: true });
  const manifest = JSON.stringify({ artifacts: { ...MANIFEST.artifacts, Stage: { type: 'cdk:cloud-assembly', properties: { directoryName } } } });
  for (const file of [join(folder, 'manifest.json'), join(folder, 'assembly-Stage', 'manifest.json')]) writeFileSync(file, manifest);

  expectClear(run('check', folder));
});

test('whatever a baseline holds, it is read or refused', () => {
  const template = written('template.json', TEMPLATE);
  const baseline = { version: 1, issues: ['AlarmUnheard Shop'] };
  const json = fc.oneof(anyJson, mutated<unknown>(baseline)).map((value) => JSON.stringify(value));
  const contents = fc.oneof(bytes, damaged(JSON.stringify(baseline)), json);
  fc.assert(fc.property(contents, (data) => {
    expectClear(run('check', template, '--baseline', written('baseline.json', Buffer.from(data))));
  }), runs(60));
}, TIMEOUT_MS);

test('whatever is typed, the answer is clear', () => {
  const template = written('template.json', TEMPLATE);
  const word = fc.oneof(
    fc.constantFrom('check', 'report', 'simulate', 'explain', 'graph', '--', '-', '-x', '--format', '--format=', '--function', 'Notify', '--invoker', 'sns', '--failure', 'timeout', '--by', '--baseline', '__proto__', 'constructor', 'toString', '--__proto__', '--constructor=x', '502', 'sarif', 'json', template, dirname(template), '/dev/null', '', '\u0000', '../..'),
    fc.string({ maxLength: 10 }),
  );
  // What writes files would write them anywhere.
  fc.assert(fc.property(fc.array(word, { maxLength: 7 }).filter((words) => !words.some((one) => one === '/' || /^-o|^--out|^--write/.test(one))), (words) => {
    const { code, out, err } = run(...words);
    expect([0, 1, 2]).toContain(code);
    expect(out + err).not.toMatch(/\n\s+at .*:\d+:\d+/);
  }), runs(250));
}, TIMEOUT_MS);
