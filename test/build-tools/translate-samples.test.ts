import { corrected } from '../../build-tools/translate-samples';

test('what Rosetta writes is made Python', () => {
  expect(corrected('api.with(mixins.RestApiErrorResponses())\nloggingFormat=lambda.LoggingFormat.JSON')).toBe('api.with_(mixins.RestApiErrorResponses())\nloggingFormat=lambda_.LoggingFormat.JSON');
});
