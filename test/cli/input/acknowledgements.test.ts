import { dirname } from 'path';
import { readConstructs, readReported } from '../../../src/cli/input/acknowledgements';
import { removeWritten, written } from '../support';

afterEach(removeWritten);

const METADATA = {
  '/Orders/Notify': [{ type: 'aws:cdk:acknowledged-rules', data: { 'Lambda-Error-Handling::AsyncFailureNotKept': 'a cache' } }],
  '/Orders/Notify/Resource': [{ type: 'aws:cdk:logicalId', data: 'Notify1' }],
  '/Orders/Nested/Notify/Resource': [{ type: 'aws:cdk:logicalId', data: 'Notify1' }],
};
const CONSTRUCTS = {
  acknowledgements: [{ id: 'Lambda-Error-Handling::AsyncFailureNotKept', reason: 'a cache', at: 'Orders/Notify' }],
  paths: new Map([['Notify1', ['Orders/Notify/Resource', 'Orders/Nested/Notify/Resource']]]),
};

test('metadata beside the manifest or in it says what was acknowledged, and which construct has a logical id', () => {
  const folder = dirname(written('Orders.metadata.json', METADATA));

  expect(readConstructs(folder, [{ additionalMetadataFile: 'Orders.metadata.json' }])).toEqual(CONSTRUCTS);
  expect(readConstructs(folder, [{ metadata: METADATA }, {}])).toEqual(CONSTRUCTS);
});

test('what has the wrong shape, or is not there, is none', () => {
  const folder = dirname(written('odd.json', { '/A': 'x', '/B': [1, { type: 'aws:cdk:acknowledged-rules', data: ['y'] }, { type: 'aws:cdk:logicalId', data: 3 }] }));

  expect(readConstructs(folder, [{ additionalMetadataFile: 'odd.json' }, { additionalMetadataFile: 'gone.json' }, { additionalMetadataFile: 1, metadata: [] }]))
    .toEqual({ acknowledgements: [], paths: new Map() });
});

test('the report of a validation says what was acknowledged around stacks, each once', () => {
  const suppressed = { acknowledgedId: 'Lambda-Error-Handling::X', reason: 'why', acknowledgedAt: '/Prod' };
  const folder = dirname(written('validation-report.json', { pluginReports: [{ suppressedViolations: [suppressed, suppressed, { acknowledgedId: 'Y', reason: 'app' }, { acknowledgedId: 'Z', acknowledgedAt: 1 }] }, {}] }));

  expect(readReported(folder)).toEqual([{ id: 'Lambda-Error-Handling::X', reason: 'why', at: 'Prod' }, { id: 'Y', reason: 'app', at: '' }]);
  expect(readReported('/nowhere')).toEqual([]);
});

test('only what says that it is acknowledged is, and only a logical id is one', () => {
  const metadata = { '/A/Q': [{ type: 'aws:cdk:asset', data: { 'Lambda-Error-Handling::X': 'no' } }, { type: 'aws:cdk:path', data: 'Q1' }], 'B/C/': [{ type: 'aws:cdk:acknowledged-rules', data: { X: 1 } }] };

  expect(readConstructs('/nowhere', [{ metadata }])).toEqual({ acknowledgements: [{ id: 'X', reason: '1', at: 'B/C/' }], paths: new Map() });
});

test('a path in the report keeps all slashes but the first', () => {
  const folder = dirname(written('validation-report.json', {
    pluginReports: [{
      suppressedViolations: [
        { acknowledgedId: 'X', reason: 'why', acknowledgedAt: '/Prod/eu' }, { acknowledgedId: 1, reason: 'why', acknowledgedAt: '/Prod' }, { acknowledgedId: 'Y', reason: 'why', acknowledgedAt: 'Prod/eu' },
      ],
    }],
  }));

  expect(readReported(folder).map(({ id, at }) => [id, at])).toEqual([['X', 'Prod/eu'], ['Y', 'Prod/eu']]);
});
