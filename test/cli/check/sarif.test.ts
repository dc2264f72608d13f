import { issue } from './support';
import { Lines } from '../../../src/cli/check/lines';
import { sarif } from '../../../src/cli/check/sarif';
import { readInput } from '../../../src/cli/input/read-input';
import { removeWritten, written } from '../support';

afterAll(removeWritten);

test('has a result for each issue, with its rule and line', () => {
  const lines = new Lines(readInput(written('Shop.json', '{"Resources": {\n"Q": {}\n}}')));
  const { version, runs: [{ tool: { driver }, results }] } = JSON.parse(sarif([issue(), issue({ id: 'Other', level: 'note' }), issue({ path: 'Properties.Y' })], lines));

  expect(version).toBe('2.1.0');
  expect(driver.rules.map(({ id, shortDescription, helpUri }: any) => [id, shortDescription.text, helpUri])).toEqual([
    ['QueueTooShort', 'Queue too short', 'https://docs.aws.amazon.com/x'], ['Other', 'Other', 'https://docs.aws.amazon.com/x'],
  ]);
  expect(results.map(({ ruleId, ruleIndex, level }: any) => [ruleId, ruleIndex, level])).toEqual([['QueueTooShort', 0, 'error'], ['Other', 1, 'note'], ['QueueTooShort', 0, 'error']]);
  expect(results[0].locations[0]).toMatchObject({
    physicalLocation: { artifactLocation: { uri: expect.stringMatching(/Shop\.json$/) }, region: { startLine: 2 } },
    logicalLocations: [{ name: 'Q', fullyQualifiedName: 'Shop/Orders/Q/Properties.X' }],
  });
  expect(results[0].message.text).toBe('It is gone. To do: Keep it.');
  expect(new Set(results.map(({ partialFingerprints }: any) => partialFingerprints['lambdaErrors/v1'])).size).toBe(3);
});

test('what is acknowledged is suppressed, with its reason', () => {
  const { runs: [{ results }] } = JSON.parse(sarif([issue({ acknowledged: { reason: 'a <cache>', at: 'Shop/Orders' } }), issue()], new Lines(readInput(written('Shop.json', '{"Resources": {}}')))));

  expect(results.map(({ suppressions }: any) => suppressions)).toEqual([[{ kind: 'inSource', status: 'accepted', justification: 'a <cache>' }], undefined]);
});

test('what no page of AWS is about has no link to help, and a resource as a whole no path', () => {
  const { runs: [{ tool: { driver: { rules: [rule] } }, results: [result] }] } = JSON.parse(sarif([issue({ source: undefined, path: undefined })], new Lines(readInput(written('Shop.json', '{"Resources": {}}')))));

  expect(rule).toEqual({ id: 'QueueTooShort', name: 'QueueTooShort', shortDescription: { text: 'Queue too short' }, help: { text: 'Keep it.' }, defaultConfiguration: { level: 'error' } });
  expect(result.locations[0].logicalLocations).toEqual([{ name: 'Q', fullyQualifiedName: 'Shop/Orders/Q', kind: 'resource' }]);
  expect(result.partialFingerprints['lambdaErrors/v1']).toMatch(/^[0-9a-f]{32}$/);
});
