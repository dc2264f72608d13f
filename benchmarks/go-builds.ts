import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { ms, print } from './print';
import { median } from './sides';
import type { Workspace } from './workspace';

const FUNCTIONS = 10;
const SIDES = ['library', 'alpha'] as const;
const NAMES = { library: '`GoCode`', alpha: '`@aws-cdk/aws-lambda-go-alpha`' };
/** What has happened before the synthesis. */
const CASES = ['nothing was ever built', 'nothing has changed', 'one function has changed', 'only the assembly is gone'] as const;
type Times = Record<(typeof CASES)[number], number>;

/** Ten Go functions of one module, beside the construct of CDK, with the `go` of this machine. */
export function printGoBuilds(workspace: Workspace, runs: number): void {
  const all = Array.from({ length: runs }, () => SIDES.map((side) => timesOf(workspace, side)));
  const medians = SIDES.map((_, side) => Object.fromEntries(CASES.map((each) => [each, median(all.map((one) => one[side][each]))])) as Times);
  print('', `## Go builds of ${FUNCTIONS} functions of one module`, '', `| before the synthesis | ${SIDES.map((side) => NAMES[side]).join(' | ')} | ratio |`, '|---|--:|--:|--:|');
  for (const each of CASES) print(`| ${each} | ${medians.map((times) => ms(times[each])).join(' | ')} | **${(medians[0][each] / medians[1][each]).toFixed(2)}** |`);
}

/** One side from an empty build cache on. */
function timesOf(workspace: Workspace, side: string): Times {
  const folder = mkdtempSync(join(tmpdir(), 'go-builds-'));
  try {
    const [module, outdir] = [join(folder, 'module'), join(folder, 'cdk.out')];
    writeModule(module);
    const synth = () => workspace.measure<{ total: number }>('go-builds', [side, module, outdir], { CDK_VALIDATION: 'false', GOCACHE: join(folder, 'cache') }).total;
    const first = synth();
    const again = synth();
    appendFileSync(join(module, 'cmd/function0/main.go'), '\nvar changed = true\n');
    const changed = synth();
    rmSync(outdir, { recursive: true });
    return { 'nothing was ever built': first, 'nothing has changed': again, 'one function has changed': changed, 'only the assembly is gone': synth() };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeModule(folder: string): void {
  mkdirSync(join(folder, 'internal/shared'), { recursive: true });
  writeFileSync(join(folder, 'go.mod'), 'module example.com/functions\n\ngo 1.21\n');
  writeFileSync(join(folder, 'internal/shared/shared.go'), 'package shared\n\nimport "net/http"\n\nfunc Status(code int) string { return http.StatusText(code) }\n');
  for (let i = 0; i < FUNCTIONS; i++) {
    const main = join(folder, 'cmd', `function${i}`);
    mkdirSync(main, { recursive: true });
    writeFileSync(join(main, 'main.go'), mainOf(i));
  }
}

function mainOf(index: number): string {
  return `package main

import (
	"encoding/json"
	"os"

	"example.com/functions/internal/shared"
)

func main() {
	_ = json.NewEncoder(os.Stdout).Encode(map[string]string{"status": shared.Status(${400 + index})})
}
`;
}
