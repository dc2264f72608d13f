import { awscdk } from 'projen';

/** The public API: compiled without warnings, compatible with the committed baseline, loaded lazily from a file per folder, private files kept private. */
export function guardApi(project: awscdk.AwsCdkConstructLibrary): void {
  const script = (command: string) => `ts-node --transpile-only -P tsconfig.dev.json build-tools/${command}`;

  project.compileTask.reset('jsii --fail-on-warnings');
  project.compileTask.exec(script('lazy-exports.ts'));
  project.compileTask.exec(script('bundle-folders.ts'));
  // npm makes commands executable when it installs them; the wheel for Python keeps the mode that they are packed with.
  project.compileTask.exec('node --eval "fs.chmodSync(\'lib/cli/bin.js\', 0o755)"');
  project.package.addField('exports', {
    '.': { types: './lib/index.d.ts', default: './lib/index.js' },
    './handler': { types: './lib/handler/index.d.ts', default: './lib/handler/index.js' }, // for the functions themselves, without the CDK
    './package.json': './package.json',
    './.jsii': './.jsii',
  });

  // A baseline from a registry can't fail while nothing is published there.
  const compat = project.tasks.tryFind('compat')!;
  compat.description = 'Check that the compiled API is compatible with the committed baseline';
  compat.reset(script('api-baseline.ts check'));
  project.addTask('compat:renew', {
    description: 'Make the compiled API the new baseline: a decision, explained in the commit',
    exec: script('api-baseline.ts renew'),
  });
  // Packing fails if Rosetta can't compile or translate a sample of the README.
  project.tryFindObjectFile('package.json')!.addOverride('jsii.metadata.jsii.rosetta.strict', true);
  // Node.js reads all of a file to load it: with a map in each, loading took twice as long. The code that is published reads as its source does.
  project.tsconfig!.file.addOverride('compilerOptions.inlineSourceMap', false);
  project.tsconfig!.file.addOverride('compilerOptions.inlineSources', false);
  project.gitignore.exclude('/.jsii.tabl.json'); // translated samples, if somebody runs jsii-rosetta
  project.gitattributes.addAttributes('/compat/baseline.jsii', 'linguist-generated');

  // The package holds what is listed and nothing else.
  project.package.addField('files', ['lib', '.jsii']);
}
