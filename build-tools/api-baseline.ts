/**
 * `check`: is the compiled API compatible with `compat/baseline.jsii`? `renew`: make the compiled API the baseline.
 *
 * The baseline is a jsii assembly of declarations only, small enough to review. It lies there without a package around it: tools look
 * for assemblies in all folders, and would take it for the library.
 */
import { spawnSync } from 'child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join, resolve } from 'path';

const BASELINE = 'compat/baseline.jsii';
/** Neither the documentation nor where something stands in the sources has to stay. */
const IRRELEVANT = new Set([
  'dependencyClosure', 'readme', 'jsiiVersion', 'keywords', 'locationInModule', 'symbolId', 'summary', 'remarks', 'example', 'see', 'returns',
]);

function renew(): void {
  const assembly = JSON.parse(readFileSync('.jsii', 'utf8'), (key, value) => IRRELEVANT.has(key) ? undefined : value);
  mkdirSync(dirname(BASELINE), { recursive: true });
  writeFileSync(BASELINE, `${JSON.stringify({ ...assembly, fingerprint: '*' }, undefined, 1)}\n`);
}

function check(): number {
  const folder = mkdtempSync(join(tmpdir(), 'baseline-'));
  try {
    const { name, version, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version, jsii: {}, peerDependencies }));
    copyFileSync(BASELINE, join(folder, '.jsii'));
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
    const { status } = spawnSync(process.execPath, [require.resolve('jsii-diff/bin/jsii-diff'), folder, '.', '--keys'], { stdio: 'inherit' });
    return status ?? 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[2] === 'renew') {
  renew();
} else {
  process.exitCode = check();
}
