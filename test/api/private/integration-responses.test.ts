import { Fn, Token } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { ErrorMapping } from '../../../src/api/private/error-mapping';
import { areUnknown, completedResponses, successStatus } from '../../../src/api/private/integration-responses';
import { testStack } from '../../support';
import { CATALOG } from '../orders-api';

const method = new apigateway.CfnMethod(testStack(), 'Method', { httpMethod: 'GET', restApiId: 'api', resourceId: 'root' });
const answers = new ErrorMapping({ catalog: CATALOG }).answers(undefined);
const completed = (current: object[], raw = false) => completedResponses(method, current, answers, raw);

test('where nothing is, everything is added', () => {
  expect(completed([])).toEqual(answers.map(({ response }) => response));
  expect(completed([], true)[1]).toEqual({
    StatusCode: '400', SelectionPattern: answers[1].response.selectionPattern, ResponseTemplates: answers[1].response.responseTemplates, ResponseParameters: answers[1].response.responseParameters,
  });
});

test('what is complete stays the same, however it is spelled', () => {
  const [once, raw] = [completed([]), completed([], true)];
  expect(completed(once)).toEqual(once);
  expect(completed(raw, true)).toEqual(raw);
});

test('a response with our pattern is completed', () => {
  const { statusCode, selectionPattern } = answers[2].response;
  expect(completed([{ statusCode, selectionPattern, contentHandling: 'CONVERT_TO_TEXT' }])[0]).toEqual({ ...answers[2].response, contentHandling: 'CONVERT_TO_TEXT' });
});

test('the status of a success is that of the response without a pattern', () => {
  expect(successStatus([], answers)).toBe('200');
  expect(successStatus([{ statusCode: '404', selectionPattern: 'x' }, { StatusCode: '201', SelectionPattern: '' }], answers)).toBe('201');
});

test('what only the deployment knows is told from what is known', () => {
  const unknown = { Ref: 'Unknown' };
  expect([unknown, [unknown], [{ statusCode: unknown }], [{ StatusCode: '200', SelectionPattern: unknown }], [{ statusCode: '200', responseTemplates: unknown }]].map(areUnknown)).toEqual(Array(5).fill(true));
  expect([undefined, [], [{ statusCode: '200', responseTemplates: { 'text/html': unknown } }]].map(areUnknown)).toEqual([false, false, false]);
  expect(areUnknown(Token.asAny(Fn.ref('x')))).toBe(true);
});
