import { functionOf, isDurable, timeoutOf, unqualifiedFunctionOf } from '../../../src/validation/private/functions';
import { lambda } from '../support';
import { propertyOf, resourceIn } from '../template';

test('a function is meant by itself or by an alias', () => {
  expect([{ Ref: 'Fn' }, { Ref: 'Live' }, { 'Fn::Sub': '${Fn.Arn}:live' }, 'other'].map((raw) => functionOf(propertyOf(raw))?.id)).toEqual(['Fn', 'Fn', 'Fn', undefined]);
  expect([{ 'Fn::GetAtt': ['Fn', 'Arn'] }, { Ref: 'Live' }, { 'Fn::Sub': '${Fn.Arn}:live' }].map((raw) => unqualifiedFunctionOf(propertyOf(raw))?.id)).toEqual(['Fn', undefined, undefined]);
});

test('a function may run for 3 seconds unless it is set', () => {
  expect([{}, { Timeout: 60 }, { Timeout: { Ref: 'T' } }].map((props) => timeoutOf(resourceIn({ Fn: lambda(props) }, 'Fn')))).toEqual([3, 60, undefined]);
});

test('a function is durable if that is written', () => {
  expect([{}, { DurableConfig: { ExecutionTimeout: 1 } }, { DurableConfig: { Ref: 'D' } }].map((props) => isDurable(resourceIn({ Fn: lambda(props) }, 'Fn')))).toEqual([false, true, false]);
});
