import { spawnSync } from 'child_process';
import { appOf, type Example } from './layout';
import { environment, type Templates } from './synthesized';

/** Runs apps one after the other in one interpreter, so that the CDK is loaded once, and prints their templates. */
const PROGRAM = `
import json, os, pathlib, runpy, sys, traceback
outcomes = {}
for path in sys.argv[1:]:
    sys.path.insert(0, os.path.dirname(path))
    try:
        assembly = pathlib.Path(runpy.run_path(path, run_name="__main__")["app"].synth().directory)
        outcomes[path] = {"templates": {str(file.relative_to(assembly)): json.loads(file.read_text()) for file in assembly.rglob("*.template.json")}}
    except BaseException:
        outcomes[path] = {"error": traceback.format_exc()}
    sys.path.pop(0)
print(json.dumps(outcomes))
`;

/** What the Python apps of examples make, by task. An app that fails fails when it is asked for. */
export function synthesizePython(python: string, examples: readonly Example[]): (example: Example) => Templates {
  const files = examples.map(({ task }) => appOf(task, 'python')!);
  const env = { ...process.env, ...environment(), PYTHONDONTWRITEBYTECODE: '1' };
  const { status, stdout, stderr } = spawnSync(python, ['-c', PROGRAM, ...files], { encoding: 'utf8', env, maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(stderr);
  const outcomes: Record<string, { templates?: Templates; error?: string }> = JSON.parse(stdout.trim().split('\n').at(-1)!);
  return ({ task }) => {
    const { templates, error } = outcomes[appOf(task, 'python')!];
    if (!templates) throw new Error(error);
    return templates;
  };
}
