import { readFileSync, readdirSync } from 'fs';
import { join } from 'path';
import { builtOnce } from './built-once';
import { ROOT, pacmak } from './packed';
import { FLOOR } from '../../projenrc/supported-versions';

const NAMESPACE = 'CdkLambdaErrorHandling';
/** C# source of every type. Nothing compiles it here: that needs the .NET SDK, which the release has. */
let project: string;

beforeAll(() => {
  project = join(builtOnce('dotnet', (folder) => pacmak('dotnet', folder, ['--code-only'])), 'dotnet', NAMESPACE);
}, 300_000);

test('has a C# source for every type of the assembly, in a namespace per module', () => {
  const { types } = JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8'));
  const expected = Object.values<{ fqn: string; kind: string }>(types).map(({ fqn }) => {
    const [name, module] = fqn.split('.').slice(1).reverse();
    return module ? `${pascal(module)}/${name}` : name;
  });
  const sources = readdirSync(join(project, NAMESPACE), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.cs')).map((path) => path.slice(0, -'.cs'.length).replaceAll('\\', '/'));

  expect(expected).toContain('Mixins/LambdaErrorHandling');
  expect(sources).toEqual(expect.arrayContaining(expected));
  expect(source('Mixins/FunctionTracing')).toContain(`namespace ${NAMESPACE}.Mixins\n`);
  expect(source('RetryPolicy')).toMatch(/public static CdkLambdaErrorHandling\.RetryPolicy Of\(CdkLambdaErrorHandling\.IRetryPolicyOptions options\)/);
});

test('asks NuGet for the oldest CDK that is supported', () => {
  const packages = readFileSync(join(project, `${NAMESPACE}.csproj`), 'utf8');

  expect(packages).toContain(`<PackageReference Include="Amazon.CDK.Lib" Version="[${FLOOR.awsCdkLib},3.0.0)" />`);
  expect(packages).toContain(`<PackageReference Include="Constructs" Version="[${FLOOR.constructs},11.0.0)" />`);
});

function source(name: string): string {
  return readFileSync(join(project, NAMESPACE, `${name}.cs`), 'utf8');
}

function pascal(name: string): string {
  return name[0].toUpperCase() + name.slice(1);
}
