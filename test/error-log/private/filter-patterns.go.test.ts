import { errorCodes, functionErrors } from '../../../src/error-log/private/filter-patterns';
import { withFunction } from '../../go/failing-function';
import { fieldOf, matches } from '../../log-evaluation/filter-pattern';
import { testWithEmulator } from '../../runtime-emulator';

const filters = functionErrors(['errorString', 'wrapError']);
const { pattern, typeField } = errorCodes('code');

function counted(log: readonly string[]): string[] {
  return log.flatMap((line) => filters.filter((filter) => matches(filter.pattern, line)).map(({ metric }) => metric)).sort();
}

testWithEmulator('the lines that aws-lambda-go writes count for the error that was returned, once', async () => {
  const log = await withFunction('', async (fn) => {
    await fn.invoke({ how: 'unknown', text: 'downstream said {"errorType":"wrapError"}' });
    await fn.invoke({ how: 'wrap', code: 'StockBusy', text: 'busy' });
    await fn.invoke({ how: 'fine', text: '"errorType":"errorString"' });
    return fn.log;
  });

  expect(counted(log)).toEqual(['FunctionErrors', 'FunctionErrors', 'errorString', 'wrapError']);
});

testWithEmulator('the lines of go/lambdaerror count by their code, once', async () => {
  const log = await withFunction('Handler', async (fn) => {
    await fn.invoke({ how: 'return', code: 'StockBusy', text: 'busy' });
    return fn.log;
  });
  const lines = log.filter((line) => matches(pattern, line));

  expect(lines.map((line) => fieldOf(typeField!, line))).toEqual(['StockBusy']);
});
