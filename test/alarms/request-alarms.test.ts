import { HttpApiAlarms } from '../../src/alarms/http-api-alarms';
import { RequestAlarms } from '../../src/alarms/request-alarms';
import { RestApiAlarms } from '../../src/alarms/rest-api-alarms';

test('REST and HTTP APIs have the same alarms', () => {
  for (const facade of [RestApiAlarms, HttpApiAlarms]) {
    expect(Object.getOwnPropertyNames(facade.prototype)).toEqual(['constructor']);
    expect(facade.prototype).toBeInstanceOf(RequestAlarms);
  }
});
