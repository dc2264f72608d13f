import * as fc from 'fast-check';
import { DEFINITION, MAPPING_TEMPLATE, SERVERLESS, TEMPLATE } from './documents';
import { anyJson, damaged, hostileValue, isPolluted, mutated, runs, TIMEOUT_MS } from './inputs';
import { Assembly, CAUSES, causeOf, failurePathsOf, Model, NO_QUALIFIER, pathsText, simulate, simulationText, triggerFor, type CauseId } from '../../src/analysis';
import { render } from '../../src/analysis/simulation/mapping-template';
import { matchesWhole } from '../../src/analysis/simulation/selection-pattern';
import { makeReport } from '../../src/cli/report/make-report';
import { INVOKERS } from '../../src/facts';
import { ERRORS } from '../../src/private/ids';
import { FailureAssertions, Failure, FailureSimulator, Invoker } from '../../src/testing';
import { RULES } from '../../src/validation/rules';

/** Everything that is ever read of a template. */
function readAll(template: unknown): void {
  const assembly = Assembly.ofTemplate(template);
  for (const { check } of RULES) check(assembly);
  const model = new Model(assembly);
  makeReport([model]);
  pathsText(failurePathsOf(model));
  for (const fn of assembly.ofType('AWS::Lambda::Function').slice(0, 1)) {
    for (const { id } of INVOKERS) {
      const trigger = triggerFor(model, fn, NO_QUALIFIER, id);
      if ('problem' in trigger) continue;
      for (const cause of Object.keys(CAUSES) as CauseId[]) {
        const simulation = simulate(model, trigger, causeOf(cause, 'Error', '[OrderNotFound] no order'));
        if (!('problem' in simulation)) simulationText(simulation);
      }
    }
  }
}

test.each([['a template', TEMPLATE], ['a template of the Serverless Application Model', SERVERLESS]])('whatever is changed in %s, it is read', (_, template) => {
  fc.assert(fc.property(mutated<unknown>(template), (mutant) => { readAll(mutant); }), runs(120));
  expect(isPolluted()).toBe(false);
}, TIMEOUT_MS);

test('whatever a template is, it is read', () => {
  fc.assert(fc.property(fc.oneof(anyJson, fc.record({ Resources: fc.dictionary(fc.string(), fc.record({ Type: fc.constantFrom('AWS::Lambda::Function', 'AWS::SQS::Queue', '', '__proto__'), Properties: anyJson })) })), (template) => { readAll(template); }), runs(100));
}, TIMEOUT_MS);

test('whatever is changed in a definition, it is read', () => {
  const withDefinition = (text: unknown) => ({ ...TEMPLATE, Resources: { ...TEMPLATE.Resources, Machine: { Type: 'AWS::StepFunctions::StateMachine', Properties: { DefinitionString: text } } } });
  const definition = fc.oneof(mutated<unknown>(DEFINITION).map((value) => JSON.stringify(value)), damaged(JSON.stringify(DEFINITION)), hostileValue);
  fc.assert(fc.property(definition, (text) => { readAll(withDefinition(text)); }), runs(80));
}, TIMEOUT_MS);

test('templates that are deep, long or point at themselves are read', () => {
  const deep = (depth: number) => Array.from({ length: depth }).reduce<unknown>((inner) => ({ 'Fn::Join': ['', [inner]] }), 'x');
  const conditions = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`C${i}`, { 'Fn::Or': [{ Condition: `C${(i + 1) % 60}` }, { Condition: `C${(i + 2) % 60}` }] }]));
  const pointing = { Resources: Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`Q${i}`, { Type: 'AWS::SQS::Queue', Properties: { RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': [`Q${(i + 1) % 50}`, 'Arn'] }, maxReceiveCount: 1 } } }])) };
  const templates = [
    { ...TEMPLATE, Resources: { ...TEMPLATE.Resources, Deep: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: deep(150) } } } },
    { ...TEMPLATE, Conditions: { ...conditions, IsProd: { Condition: 'C0' } } },
    pointing,
  ];

  expect(() => templates.forEach(readAll)).not.toThrow();
}, 20_000);

test('whatever is asked about whatever template, the answer is one or a coded error', () => {
  const ids = fc.oneof(fc.constantFrom(...Object.keys(TEMPLATE.Resources), '__proto__', 'constructor', '', 'N'), fc.string());
  const invoker = fc.constantFrom(Invoker.SDK_EVENT, Invoker.SNS, Invoker.SQS, Invoker.REST_API, Invoker.STEP_FUNCTIONS);
  fc.assert(fc.property(mutated<any>(TEMPLATE), ids, invoker, (template, id, by) => {
    for (const ask of [
      () => FailureSimulator.fromTemplate(template).simulateId(id, by, Failure.functionError('A', '\ud800')),
      () => FailureAssertions.fromTemplate(template).noEventCanBeLost(),
      () => FailureAssertions.fromTemplate(template).asyncFailuresOfId(id).areKeptInId(id),
    ]) codedOrFine(ask);
  }), runs(60));
}, TIMEOUT_MS);

test('whatever a mapping template and a payload are, one is rendered or the reason is said', () => {
  const template = fc.oneof(damaged(MAPPING_TEMPLATE), fc.array(fc.constantFrom('#set(', '$a', ')', '#if(', '#end', '#else', '=', '"', "'", '$input.path(', '.', '$!{', '}', '&&', '(', '[', ']', '*', '\\', '#foreach(', '#[[', ']]#', '1', '##', '#*')).map((all) => all.join('')), fc.string({ unit: 'binary' }));
  const payload = fc.oneof(anyJson, mutated<unknown>({ errorMessage: '[OrderNotFound] no', a: { b: ['x'] } })).map((value) => JSON.stringify(value));
  fc.assert(fc.property(template, payload, (text, given) => { render(text, given); }), runs(400));
}, TIMEOUT_MS);

test('whatever a selection pattern is, it is matched in time or not at all', () => {
  const pattern = fc.oneof(fc.array(fc.constantFrom('(', ')', '[', ']', '*', '+', '?', '.', '|', '\\', '^', '$', '{', '}', 'a', '\\p{L}', '(?<=a)', '(?i)', '\\Q', '\\E', '&&', '1,', '(a+)+'), { maxLength: 12 }).map((all) => all.join('')), fc.string());
  fc.assert(fc.property(pattern, fc.string({ maxLength: 20 }), (text, message) => { matchesWhole(text, message); }), runs(300));
}, TIMEOUT_MS);

function codedOrFine(action: () => unknown): void {
  try {
    action();
  } catch (error) {
    if (!Object.hasOwn(ERRORS, (error as Error).name)) throw error;
  }
}
