import { spawn } from 'child_process';
import { once } from 'events';
import type { Emulator } from './emulator';

/** What the emulator takes as the account: the access key. */
export const ACCOUNT = '000000000000';
export const REGION = 'us-east-1';

/** Runs the command line of the CDK as users do, with the emulator as AWS. Fails with its output. */
export async function cdk(emulator: Emulator, ...args: string[]): Promise<string> {
  const child = spawn(process.execPath, [require.resolve('aws-cdk/bin/cdk'), ...args, '--no-notices'], {
    cwd: emulator.folder,
    env: {
      PATH: process.env.PATH,
      HOME: emulator.folder, // where the CLI remembers accounts
      TMPDIR: emulator.folder,
      CI: 'true',
      CDK_DISABLE_CLI_TELEMETRY: 'true',
      NODE_NO_WARNINGS: '1',
      AWS_ENDPOINT_URL: emulator.endpoint,
      AWS_ACCESS_KEY_ID: ACCOUNT,
      AWS_SECRET_ACCESS_KEY: 'none',
      AWS_REGION: REGION,
    },
  });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk));
  const [code] = await once(child, 'close');
  const text = Buffer.concat(output).toString();
  if (code !== 0) throw new Error(`cdk ${args.join(' ')}: ${text}`);
  return text;
}
