import { existsSync, readFileSync, readdirSync } from 'fs';
import { join } from 'path';
import type { Stack } from 'aws-cdk-lib';
import { blocksOf, examples, EXAMPLES_FOLDER, missingFrom, read, type Example } from './support/layout';
import { synthesizePython } from './support/python';
import { removeScratchFolders, synthesize, type Templates } from './support/synthesized';
import { main } from '../../src/cli/main';
import { runIn } from '../../test/go/module';
import { nagFindings, unacknowledged } from '../../test/nag';
import { installedInPython, mayUsePyPI, removeTemporaryFolders } from '../../test/package/packed';
import { testUnless, testWith } from '../../test/support';

const EXAMPLES = examples();
const LINES = 70;
const HEADINGS = ['What goes wrong without it', 'How it is wired', 'What the report says'];
/** The languages of code that READMEs show, and the folder that it is from. */
const CODE = { ts: 'typescript', python: 'python', java: 'java', go: 'service' };

/** An e-mail that can't be delivered has no use for a dead-letter queue. */
const OF_EMAIL = /^Serverless-SNSRedrivePolicy .*@/;

afterAll(() => {
  removeScratchFolders();
  removeTemporaryFolders();
});

test('the index names every example and its languages', () => {
  const rows = read(join(EXAMPLES_FOLDER, 'README.md')).split('\n');
  const missing = EXAMPLES.filter(({ task, languages }) => !rows.some((row) =>
    row.startsWith('|') && row.includes(`](${task}/README.md)`) && languages.every((language) => row.includes(`](${task}/${language})`))));

  expect(EXAMPLES.length).toBeGreaterThan(0);
  expect(missing.map(({ task }) => task)).toEqual([]);
});

describe.each(EXAMPLES.map((example) => [example.task, example] as const))('%s', (_, example) => {
  test("passes CDK's validation without a finding or a message", () => {
    const { app, directory } = synthesize(example);
    const report = JSON.parse(readFileSync(join(directory, 'validation-report.json'), 'utf8'));

    expect(report.pluginReports.flatMap(({ violations }: { violations: unknown[] }) => violations)).toEqual([]);
    expect(app.synth().stacks.flatMap(({ messages }) => messages).map(({ entry }) => entry.data)).toEqual([]);
  });

  test('passes our own check', () => {
    const { directory } = synthesize(example);

    expect(printed(0, 'check', directory)).toMatch(/^0 errors/m);
  });

  test('has no finding of cdk-nag, but for those that it says', () => {
    const { app } = synthesize(example);
    const found = app.synth().stacks.map(({ id }) => app.node.findChild(id) as Stack)
      .flatMap((stack) => unacknowledged(nagFindings(app, stack, [stack]), stack))
      .filter((finding) => !OF_EMAIL.test(finding));

    expect([...new Set(found)].sort()).toEqual(JSON.parse(read(join(example.folder, 'cdk-nag.json')) || '[]'));
  });

  test('its README is short, in order, and quotes the report as it is printed', () => {
    const { directory } = synthesize(example);
    const report = printed(0, 'report', directory);
    const quoted = blocksOf(example.readme, 'text');

    expect(example.readme.split('\n').length).toBeLessThanOrEqual(LINES + 1);
    expect([...example.readme.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual(expect.arrayContaining(HEADINGS));
    expect(quoted.length).toBeGreaterThan(0);
    expect(quoted.flatMap((excerpt) => missingFrom(report, excerpt))).toEqual([]);
  });

  test('its README shows code that is in the example', () => {
    const shown = Object.entries(CODE).flatMap(([language, folder]) => {
      const code = sourcesIn(join(example.folder, folder));
      return blocksOf(example.readme, language).map((block) => ({ block, missing: missingFrom(code, block) }));
    });

    expect(shown.length).toBeGreaterThan(0);
    expect(shown.flatMap(({ missing }) => missing)).toEqual([]);
  });

  testService(example);
});

describe('in Python', () => {
  let synthesized: (example: Example) => Templates;
  const inPython = EXAMPLES.filter(({ languages }) => languages.includes('python'));
  const missing = mayUsePyPI() ? undefined : 'python3 and PyPI';

  beforeAll(() => { if (!missing) synthesized = synthesizePython(installedInPython(), inPython); }, 300_000);

  for (const example of inPython) {
    testUnless(missing, `${example.task} is the same`, () => {
      expect(synthesized(example)).toEqual(synthesize(example).templates);
    });
  }
});

/** The Go code of an example passes its tests. */
function testService({ folder }: Example): void {
  const service = join(folder, 'service');
  if (!existsSync(join(service, 'go.mod'))) return;
  testWith('go', 'its Go code is formatted, vetted and tested', () => {
    expect(runIn(service, 'gofmt', '-l', '.')).toBe('');
    runIn(service, 'go', 'vet', './...');
    expect(runIn(service, 'go', 'test', './...')).toMatch(/^ok/m);
  }, 180_000);
}

/** What `lambda-errors` prints, which must end with a code. */
function printed(code: number, ...args: string[]): string {
  const lines: string[] = [];
  const exit = main(args, { colour: false, out: (text) => { lines.push(text); }, err: (text) => { lines.push(text); } });
  const text = lines.join('\n');
  if (exit !== code) throw new Error(`lambda-errors ${args[0]} ended with ${exit}:\n${text}`);
  return text;
}

function sourcesIn(folder: string): string {
  if (!existsSync(folder)) return '';
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|py|java|go)$/.test(file));
  return files.map((file) => read(join(folder, file))).join('\n');
}
