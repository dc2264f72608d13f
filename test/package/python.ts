import { spawnSync } from 'child_process';
import { mkdtempSync, readdirSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { FLOOR } from '../../projenrc/supported-versions';
import { hasCommand } from '../support';
import { builtOnce } from './built-once';
import { pacmak, run } from './packed';
import { synthesized, type Synthesizer } from './synthesized';

/** What is missing to build and install the wheel. In CI it must be there. */
export function missingForPython(): string | undefined {
  if (!hasCommand('python3')) return 'python3';
  return process.env.CI === 'true' || reachesPyPI() ? undefined : 'PyPI';
}

/** The Python of a virtual environment into which a user has installed the wheel, beside the oldest CDK that is supported. */
export function installedInPython(): { readonly python: string; readonly synthesize: Synthesizer } {
  const venv = join(builtOnce('python', install), 'venv');
  const python = join(venv, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  return { python, synthesize: (app) => synthesized(app, python, [app], { PYTHONDONTWRITEBYTECODE: '1' }) };
}

function install(folder: string): void {
  pacmak('python', folder);
  const wheel = readdirSync(join(folder, 'python')).find((file) => file.endsWith('.whl'))!;
  run(folder, 'python3', ['-m', 'venv', 'venv']);
  const python = join(folder, 'venv', process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const quiet = ['--quiet', '--disable-pip-version-check'];
  run(folder, python, ['-m', 'pip', 'install', ...quiet, join('python', wheel), `aws-cdk-lib==${FLOOR.awsCdkLib}`]);
}

function reachesPyPI(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'pypi-'));
  const { status } = spawnSync('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', '--retries', '0', '--dest', folder, 'publication']);
  rmSync(folder, { recursive: true });
  return status === 0;
}
