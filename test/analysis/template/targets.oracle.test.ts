import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { Assembly } from '../../../src/analysis/template/assembly';
import { intrinsicIn, isObject } from '../../../src/analysis/template/json';
import type { Property } from '../../../src/analysis/template/property';
import { partsOf } from '../../../src/analysis/template/value';

interface Edge {
  readonly source: string;
  readonly sourcePath: string;
  readonly target: string;
  readonly kind: string;
}

interface Validator {
  TemplateFile: new (path: string) => object;
  TemplateModel: new (file: object) => { toDiagnosticModel(): { edges: Edge[] } };
}

/** The validator that comes with the CDK: its graph of references was written by others, in another language. */
// eslint-disable-next-line @typescript-eslint/no-require-imports
const validator = require(require.resolve('@aws/cloudformation-validate', { paths: [dirname(require.resolve('aws-cdk-lib/package.json'))] })) as Validator;

const FIXTURES = join(__dirname, '../../brownfield/fixtures');
const HAND_WRITTEN = {
  Parameters: { Stage: { Type: 'String' } },
  Conditions: { Live: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } },
  Resources: {
    A: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { 'Fn::Sub': '${Stage}-a' } } },
    B: { Type: 'AWS::SQS::Queue', Properties: { RedrivePolicy: { deadLetterTargetArn: { 'Fn::If': ['Live', { 'Fn::GetAtt': ['A', 'Arn'] }, { 'Fn::GetAtt': 'C.Arn' }] }, maxReceiveCount: 3 } } },
    C: { Type: 'AWS::SQS::Queue' },
    Fn: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Handler: 'index.handler',
        Runtime: 'nodejs22.x',
        Code: { ZipFile: 'a' },
        Role: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/${Role}' },
        Environment: { Variables: { A: { Ref: 'A' }, B: { 'Fn::Join': [',', [{ Ref: 'B' }, { 'Fn::Sub': ['${Q}-${C.QueueName}', { Q: { Ref: 'A' } }] }]] }, C: { 'Fn::Select': [1, [{ Ref: 'A' }, { Ref: 'C' }]] } } },
      },
    },
    Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } },
  },
};

/** Every place with an intrinsic, and the resources that our reading finds there. */
function* placesIn(property: Property, path: string): Generator<readonly [path: string, ids: string[]]> {
  const { raw } = property;
  if (intrinsicIn(raw)) {
    const references = property.possibilities().flatMap(({ value }) => partsOf(value)).flatMap((part) => (typeof part !== 'string' && part.kind === 'reference' ? [part.resource.id] : []));
    yield [path, [...new Set(references)].sort()];
  } else if (Array.isArray(raw)) {
    for (const [index, element] of raw.entries()) yield* placesIn(property.template.property(element), `${path}.${index}`);
  } else if (isObject(raw)) {
    for (const name of Object.keys(raw)) yield* placesIn(property.get(name), `${path}.${name}`);
  }
}

/** What the validator finds at a place or within it. */
function edgesAt(edges: readonly Edge[], path: string): string[] {
  const within = edges.filter(({ sourcePath }) => sourcePath === path || sourcePath.startsWith(`${path}.`) || sourcePath.startsWith(`${path}[`));
  return [...new Set(within.map(({ target }) => target))].sort();
}

function differencesIn(file: string): string[] {
  const { edges } = new validator.TemplateModel(new validator.TemplateFile(file)).toDiagnosticModel();
  const [template] = Assembly.ofTemplate(JSON.parse(readFileSync(file, 'utf8'))).templates;
  return template.resources.flatMap((resource) => {
    const own = edges.filter(({ source, kind, target }) => source === resource.id && kind !== 'DependsOn' && template.resource(target));
    return [...placesIn(resource.get(), 'Properties')]
      .map(([path, ids]) => [path, ids.join(), edgesAt(own, path).join()])
      .filter(([, ours, theirs]) => ours !== theirs)
      .map(([path, ours, theirs]) => `${resource.id} ${path}: we say ${ours || 'nothing'}, the validator ${theirs || 'nothing'}`);
  });
}

test.each(['sam/translated.json', 'serverless/packaged.json'])('%s: we point at what the validator of the CDK points at', (name) => {
  expect(differencesIn(join(FIXTURES, name))).toEqual([]);
});

test('a template with everything in it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'analysis-'));
  try {
    const file = join(folder, 'template.json');
    writeFileSync(file, JSON.stringify(HAND_WRITTEN));

    // Of an `Fn::Select` the validator names every element, we the one that is selected.
    expect(differencesIn(file)).toEqual(['Fn Properties.Environment.Variables.C: we say C, the validator A,C']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
