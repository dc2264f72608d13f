import { EventSourceKind } from '../../src/event-source/event-source-kind';
import { EVENT_SOURCES } from '../../src/facts/event-sources';

test('knows each source that Lambda polls', () => {
  expect(Object.values(EventSourceKind)).toEqual(Object.keys(EVENT_SOURCES));
});
