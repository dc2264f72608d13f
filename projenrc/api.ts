import { awscdk } from 'projen';

/** The public API: compiled without warnings, compatible with the committed baseline, loaded lazily, private files kept private. */
export function guardApi(project: awscdk.AwsCdkConstructLibrary): void {
  const script = (name: string) => `ts-node --transpile-only -P tsconfig.dev.json build-tools/${name}.ts`;

  project.compileTask.reset('jsii --fail-on-warnings');
  project.compileTask.exec(script('lazy-exports'));
  project.package.addField('exports', {
    '.': { types: './lib/index.d.ts', default: './lib/index.js' },
    './package.json': './package.json',
    './.jsii': './.jsii',
  });

  // A baseline from a registry can't fail while nothing is published there.
  const compat = project.tasks.tryFind('compat')!;
  compat.description = 'Check that the compiled API is compatible with the committed baseline';
  compat.reset('jsii-diff compat/baseline . --keys');
  project.addTask('compat:renew', {
    description: 'Make the compiled API the new baseline: a decision, explained in the commit',
    exec: script('renew-baseline'),
  });
  project.gitignore.exclude('/.jsii.tabl.json'); // translated samples, if somebody runs jsii-rosetta
  project.gitignore.include('/compat/baseline/.jsii');
  project.gitattributes.addAttributes('/compat/baseline/**', 'linguist-generated');

  // The package holds what is listed and nothing else.
  project.package.addField('files', ['lib', '.jsii']);
}
