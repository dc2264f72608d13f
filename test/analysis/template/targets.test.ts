import { pointsAt, templateWith } from './support';

const FUNCTIONS = ['AWS::Lambda::Function', 'AWS::Lambda::Alias'];

test.each<[string, unknown, string]>([
  ['a reference', { Ref: 'Fn' }, 'Fn'],
  ['an attribute', { 'Fn::GetAtt': ['Fn', 'Arn'] }, 'Fn'],
  ['an ARN put together', { 'Fn::Sub': 'arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:${Fn}' }, 'Fn'],
  ['one with a qualifier', { 'Fn::Sub': 'arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:${Fn}:live' }, 'Fn:live'],
  ['an attribute with a qualifier', { 'Fn::Join': [':', [{ 'Fn::GetAtt': ['Fn', 'Arn'] }, 'live']] }, 'Fn:live'],
  ['an ARN by name', 'arn:aws:lambda:eu-west-1:111122223333:function:orders', 'Fn'],
  ['an ARN by name with a qualifier', 'arn:aws:lambda:eu-west-1:111122223333:function:orders:live', 'Fn:live'],
  ['a name', 'orders', 'Fn'],
  ['a name with a qualifier', 'orders:live', 'Fn:live'],
  ['a part of an ARN', '111122223333:function:orders', 'Fn'],
  ['the URI of an integration', { 'Fn::Sub': 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Fn.Arn}/invocations' }, 'Fn'],
  ['the URI of an integration by name', 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:orders/invocations', 'Fn'],
  ['an alias', { Ref: 'Live' }, 'Live'],
  ['a function of somebody else', 'arn:aws:lambda:eu-west-1:111122223333:function:invoices', 'outside arn:aws:lambda:eu-west-1:111122223333:function:invoices'],
  ['the same in this account', { 'Fn::Sub': 'arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:invoices' }, 'outside arn:aws:lambda:*:*:function:invoices'],
  ['a name that is made at the deployment', { 'Fn::Sub': 'arn:aws:lambda:eu-west-1:111122223333:function:${Name}' }, 'unknown'],
  ['a name with a part of that', { 'Fn::Sub': 'arn:aws:lambda:eu-west-1:111122223333:function:a-${Fn}' }, 'unknown'],
  ['a stage variable', 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:${stageVariables.fn}/invocations', 'outside arn:aws:lambda:eu-west-1:111122223333:function:${stageVariables.fn}'],
  ['nothing', undefined, 'none'],
  ['an empty text', '', 'none'],
  ['an object', {}, 'unknown'],
])('a function by %s', (_what, raw, expected) => {
  expect(pointsAt(templateWith().property(raw), ...FUNCTIONS)).toEqual([expected]);
});

test.each<[string, unknown, string]>([
  ['its URL', { Ref: 'Queue' }, 'Queue'],
  ['its ARN by name', 'arn:aws:sqs:eu-west-1:111122223333:failures', 'Queue'],
  ['its URL by name', 'https://sqs.eu-west-1.amazonaws.com/111122223333/failures', 'Queue'],
  ['its URL put together', { 'Fn::Sub': 'https://sqs.${AWS::Region}.amazonaws.com/${AWS::AccountId}/${Queue.QueueName}' }, 'Queue'],
  ['an ARN with its name', { 'Fn::Sub': 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${Queue.QueueName}' }, 'Queue'],
  ['its name', 'failures', 'Queue'],
  ['the name of another', 'orders', 'outside orders'],
])('a queue by %s', (_what, raw, expected) => {
  expect(pointsAt(templateWith().property(raw), 'AWS::SQS::Queue')).toEqual([expected]);
});

test('either of two, where a condition decides', () => {
  const property = templateWith().property({ 'Fn::If': ['HasQueue', { 'Fn::GetAtt': ['Queue', 'Arn'] }, { Ref: 'AWS::NoValue' }] });

  expect(pointsAt(property)).toEqual(['Queue', 'none']);
});

test('a name that two resources have means neither', () => {
  const template = templateWith({ Resources: { Other: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'failures' } } } });

  expect(pointsAt(template.property('failures'), 'AWS::SQS::Queue')).toEqual(['outside failures']);
});
