import { App, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { MAIN, write } from './go-fixtures';
import { GoCode } from '../../src/function/go-code';
import { GoCodeHash, type GoCodeOptions } from '../../src/function/go-code-options';

function assetKey(path: string, options?: GoCodeOptions): unknown {
  const stack = new Stack(new App({ context: { 'aws:cdk:bundling-stacks': [] } }));
  const fn = new lambda.Function(stack, 'Function', {
    code: GoCode.fromPackage(path, options), runtime: GoCode.RUNTIME, handler: GoCode.HANDLER,
  });
  return stack.resolve((fn.node.defaultChild as lambda.CfnFunction).code);
}

test('the sources are hashed unless the program is asked for', () => {
  const folder = write({ 'go.mod': 'module example.com/one\n\ngo 1.22\n', 'main.go': MAIN });

  expect(assetKey(folder)).toEqual(assetKey(folder, { hashBy: GoCodeHash.SOURCE }));
});
