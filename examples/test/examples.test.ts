import { existsSync, readFileSync, readdirSync } from 'fs';
import { join } from 'path';
import { Stack } from 'aws-cdk-lib';
import { blocksOf, commandsOf, examples, EXAMPLES_FOLDER, LANGUAGES, missingFrom, read, type Example } from './support/layout';
import { CONTEXT, removeScratchFolders, synthesize, synthesizeWithout, templatesIn } from './support/synthesized';
import { FLOOR } from '../../projenrc/supported-versions';
import { main } from '../../src/cli/main';
import { runIn } from '../../test/go/module';
import { nagFindings, unacknowledged } from '../../test/nag';
import { testWith } from '../../test/support';

const EXAMPLES = examples();
const INDEX = join(EXAMPLES_FOLDER, 'README.md');
const LINES = 70;
const HEADINGS = ['What goes wrong without it', 'How it is wired', 'What the report says'];
/** The languages of code that READMEs quote, and the folder that it is from. Samples that are complete by themselves are marked `ts`. */
const CODE = { typescript: 'typescript', python: 'python', java: 'java', go: 'service' };

/** What READMEs say to run, and the example that it is run for, which needs nothing but Node.js. */
const COMMANDS = ['cd examples/<task>/typescript', 'npx cdk synth --quiet', 'npx lambda-errors report cdk.out'];
const RUN = EXAMPLES.find(({ task }) => task === 'existing-stack')!;
/** An e-mail that can't be delivered has no use for a dead-letter queue. */
const OF_EMAIL = /^Serverless-SNSRedrivePolicy .*@/;

afterAll(removeScratchFolders);

test('the index names every example and its languages', () => {
  const rows = read(INDEX).split('\n');
  const missing = EXAMPLES.filter(({ task, languages }) => !rows.some((row) =>
    row.startsWith('|') && row.includes(`](${task}/README.md)`) && languages.every((language) => row.includes(`](${task}/${language})`))));

  expect(EXAMPLES.length).toBeGreaterThan(0);
  expect(missing.map(({ task }) => task)).toEqual([]);
});

test('every README shows the commands that are run here, and the CDK command line finds the same', () => {
  const index = { task: 'go-service', readme: read(INDEX) };
  const shown = [index, ...EXAMPLES].map(({ task, readme }) => commandsOf(readme).map((command) => command.replace(task, '<task>')));
  const { folder, templates } = { ...synthesize(RUN), folder: join(RUN.folder, 'typescript') };

  expect(shown).toEqual(shown.map(() => COMMANDS));
  process.env.CDK_DISABLE_CLI_TELEMETRY = 'true';
  runIn(folder, process.execPath, require.resolve('aws-cdk/bin/cdk'), 'synth', '--quiet', '--no-notices', '--no-version-reporting');
  expect(templatesIn(join(folder, 'cdk.out'))).toEqual(templates);
  printed(0, 'report', join(folder, 'cdk.out'));
}, 180_000);

test('projects of Java and Go ask for the oldest versions that are supported', () => {
  const [pom] = EXAMPLES.map(({ folder }) => read(join(folder, 'java/pom.xml'))).filter(Boolean);
  const [goMod] = EXAMPLES.map(({ folder }) => read(join(folder, 'go/go.mod'))).filter(Boolean);

  expect(pom).toContain(`<version>${FLOOR.awsCdkLib}</version>`);
  expect(goMod).toContain(`awscdk/v2 v${FLOOR.awsCdkLib}\n`);
});

test.each(LANGUAGES)('the settings of the CDK command line are the same for each example in %s', (language) => {
  const settings = EXAMPLES.filter(({ languages }) => languages.includes(language))
    .map(({ folder }) => JSON.parse(read(join(folder, language, 'cdk.json')) || 'null'));

  expect(settings).toEqual(settings.map(() => settings[0]));
  expect(CONTEXT).toMatchObject(settings[0].context);
});

describe.each(EXAMPLES.map((example) => [example.task, example] as const))('%s', (_, example) => {
  test("passes CDK's validation and our plugin, without a warning", () => {
    const { app, directory } = synthesize(example);
    const { pluginReports } = JSON.parse(readFileSync(join(directory, 'validation-report.json'), 'utf8'));
    const violations: { severity: string }[] = pluginReports.flatMap((report: { violations: [] }) => report.violations);

    expect(violations.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(app.synth().stacks.flatMap(({ messages }) => messages).filter(({ level }) => level !== 'info')).toEqual([]);
  });

  test('passes our own check', () => {
    const { directory } = synthesize(example);

    expect(printed(0, 'check', directory)).toMatch(/^0 errors/m);
  });

  test('has no finding of cdk-nag, but for those that it says', () => {
    const { app } = synthesize(example);
    const found = app.node.findAll().filter(Stack.isStack)
      .flatMap((stack) => unacknowledged(nagFindings(app, stack, [stack]), stack))
      .filter((finding) => !OF_EMAIL.test(finding));

    expect([...new Set(found)].sort()).toEqual(JSON.parse(read(join(example.folder, 'cdk-nag.json')) || '[]'));
  });

  test('its README is short, in order, and quotes the report as it is printed', () => {
    const quoted = blocksOf(example.readme, 'text');
    const without = blocksOf(example.readme, 'text without');
    const missing = quoted.flatMap((excerpt) => missingFrom(printed(0, 'report', synthesize(example).directory), excerpt));

    expect(example.readme.split('\n').length).toBeLessThanOrEqual(LINES + 1);
    expect([...example.readme.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual(expect.arrayContaining(HEADINGS));
    expect(quoted.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
    expect(without.flatMap((excerpt) => missingFrom(printed(1, 'report', synthesizeWithout(example).directory), excerpt))).toEqual([]);
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
