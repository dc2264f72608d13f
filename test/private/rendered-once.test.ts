import { App, Aspects, Aws, CfnOutput, CfnResource, Fn, Lazy, Stack, Token, Tokenization } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import * as fc from 'fast-check';
import { templateOf } from '../../src/private/owner';
import { referencesIn } from '../../src/private/references';
import { renderedOnce } from '../../src/private/rendered-once';
import { testStack } from '../support';

let count = 0;

function noteIn(stack: Stack, text: (queue: sqs.CfnQueue) => string, queue = new sqs.CfnQueue(stack, 'Queue')): CfnResource {
  const note = new CfnResource(stack, 'Note', { type: 'Test::Note' });
  note.addPropertyOverride('Text', renderedOnce(text(queue), stack));
  return note;
}

function textIn(stack: Stack): unknown {
  return Template.fromStack(stack).toJSON().Resources.Note.Properties.Text;
}

const about = (queue: sqs.CfnQueue) => `Queue ${queue.attrQueueName} in ${queue.stack.region} and ${queue.stack.region}.`;
const RENDERED = {
  'Fn::Join': ['', ['Queue ', { 'Fn::GetAtt': ['Queue', 'QueueName'] }, ' in ', { Ref: 'AWS::Region' }, ' and ', { Ref: 'AWS::Region' }, '.']],
};

test('renders as the text does', () => {
  const stack = testStack();
  noteIn(stack, about);

  expect(textIn(stack)).toEqual(RENDERED);
});

test('renders as CDK does, whatever a text is made of', () => {
  const stack = testStack();
  const queue = new sqs.CfnQueue(stack, 'Queue');
  const later = (value: unknown) => Lazy.uncachedString({ produce: () => value as string });
  const nested = Fn.join('', ['one', queue.ref, Fn.join('', [queue.attrArn, 'two'])]);
  const part = fc.constantFrom(
    ' ', 'a', '${b}', queue.ref, queue.attrQueueName, Aws.REGION, nested, Fn.join(',', ['x', queue.ref]), Fn.sub('${AWS::Region}'), Fn.select(0, queue.attrArn as any),
    later(''), later('c'), later(7), later(undefined), later(nested), Token.asString(Lazy.uncachedNumber({ produce: () => 5 })), renderedOnce(`at ${queue.ref} `, stack),
  );
  fc.assert(fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
    const text = parts.join('');
    const once = new CfnResource(stack, `Once${count++}`, { type: 'Test::Note', properties: { Text: renderedOnce(text, stack) } });
    referencesIn(stack, templateOf(once)); // as CDK does first

    expect(stack.resolve(templateOf(once)).Resources[stack.resolve(once.logicalId)].Properties?.Text ?? '').toEqual(stack.resolve(text) ?? '');
  }), { numRuns: 500 });
});

test('leaves a text without tokens', () => {
  expect(renderedOnce('Nothing to find out.', testStack())).toBe('Nothing to find out.');
});

test('asks its tokens once for what they refer to, and once for what they are', () => {
  const stack = testStack();
  const asked: boolean[] = [];
  noteIn(stack, () => `Of ${Lazy.uncachedString({ produce: ({ preparing }: any) => { asked.push(preparing === true); return 'orders'; } })}.`);

  expect(textIn(stack)).toBe('Of orders.');
  expect(asked).toEqual([true, false]);
});

test('asks nobody about the region, the account and the partition, which refer to nothing', () => {
  const stack = testStack();
  const asked: unknown[] = [];
  const token = Tokenization.reverseString(renderedOnce(`${Aws.REGION} ${Aws.ACCOUNT_ID} ${Aws.PARTITION} ${Aws.URL_SUFFIX} ${stack.region}`, stack)).firstToken!;
  token.resolve({ preparing: true, scope: stack, resolve: (one: unknown) => asked.push(one) } as any);

  expect(asked).toEqual([]);
});

test('says the name that a resource gets after somebody looked', () => {
  const stack = testStack();
  const queue = new sqs.CfnQueue(stack, 'Queue');
  noteIn(stack, about, queue);
  const text = renderedOnce(about(queue), stack);

  expect(stack.resolve(text)).toEqual(RENDERED);
  expect(referencesIn(stack, text)).toContain(queue);
  Aspects.of(stack).add({
    visit(construct: IConstruct) {
      if (construct === queue) queue.overrideLogicalId('Renamed');
    },
  });
  expect(JSON.stringify(textIn(stack))).toContain('"Renamed"');
});

test('refers to another stack, and may be used in another', () => {
  const app = new App();
  const [near, far] = ['Near', 'Far'].map((id) => new Stack(app, id, { env: { region: 'eu-west-1', account: '111122223333' } }));
  const queue = new sqs.CfnQueue(far, 'Queue');
  noteIn(near, ({ attrQueueName }) => `Queue ${attrQueueName}`, queue);
  new CfnOutput(far, 'Copy', { value: renderedOnce(`Queue ${queue.attrQueueName}`, near) });

  expect(JSON.stringify(textIn(near))).toContain('"Fn::ImportValue":"Far:ExportsOutputFnGetAttQueueQueueName');
  expect(Template.fromStack(far).toJSON().Outputs.Copy.Value).toEqual({ 'Fn::Join': ['', ['Queue ', { 'Fn::GetAtt': ['Queue', 'QueueName'] }]] });
});

test('is found again at each synthesis', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  let name = 'orders';
  noteIn(stack, () => `Of ${Lazy.uncachedString({ produce: () => name })}.`);
  app.synth();
  name = 'refunds';

  expect(app.synth({ force: true }).getStackByName('Stack').template.Resources.Note.Properties.Text).toBe('Of refunds.');
});

test('is part of a JSON text', () => {
  const stack = testStack();
  const queue = new sqs.CfnQueue(stack, 'Queue');
  const note = noteIn(stack, about, queue);
  note.addPropertyOverride('Body', stack.toJsonString({ text: renderedOnce(about(queue), stack) }));

  expect(JSON.stringify(Template.fromStack(stack).toJSON().Resources.Note.Properties.Body)).toContain('{"Fn::GetAtt":["Queue","QueueName"]}');
});
