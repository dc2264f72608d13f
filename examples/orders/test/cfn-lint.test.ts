import { lint, pythonWithCfnLint } from './support/cfn-lint';
import { ordersTemplate } from './support/synthesized';

const python = pythonWithCfnLint();
const withCfnLint = (name: string, body: jest.EmptyFunction) => {
  if (python !== undefined || process.env.CI === 'true') test(name, body, 120_000);
  else test.skip(`${name} [skipped: needs python3 and PyPI]`, body);
};

withCfnLint('cfn-lint with the serverless rules finds nothing', () => {
  expect(lint(python!, ordersTemplate())).toEqual([]);
});

withCfnLint('cfn-lint would find a function without any of it', () => {
  const Plain = { Type: 'AWS::Lambda::Function', Properties: { Code: { ZipFile: 'exports.handler = 1' }, Handler: 'index.handler', Runtime: 'nodejs22.x', Role: 'arn:aws:iam::111122223333:role/r' } };

  expect(lint(python!, { Resources: { Plain } }).map(({ rule }) => rule)).toEqual(expect.arrayContaining(['WS1000', 'WS1004']));
});
