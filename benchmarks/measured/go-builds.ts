/** Measures the synthesis of an app with the Go functions of one module: `node go-builds.js <library|alpha> <module> <folder of the assembly>`. */
import { join } from 'path';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import { App, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { GoCode } from 'cdk-lambda-error-handling';

const FUNCTIONS = 10;
/** What `GoCode` builds with: both sides make the same programs. */
const FLAGS = ['-trimpath', '-buildvcs=false', '-ldflags="-s -w"'];

const SIDES: Record<string, (stack: Stack, id: string, entry: string) => void> = {
  library: (stack, id, entry) => {
    new lambda.Function(stack, id, { code: GoCode.fromPackage(entry), runtime: GoCode.RUNTIME, handler: GoCode.HANDLER });
  },
  alpha: (stack, id, entry) => {
    new GoFunction(stack, id, { entry, bundling: { goBuildFlags: FLAGS } });
  },
};
const [side, sources, outdir] = process.argv.slice(2);

const start = performance.now();
const app = new App({ outdir });
const stack = new Stack(app, 'Stack');
for (let i = 0; i < FUNCTIONS; i++) SIDES[side](stack, `Function${i}`, join(sources, 'cmd', `function${i}`));
app.synth();
process.stdout.write(JSON.stringify({ total: performance.now() - start }));
