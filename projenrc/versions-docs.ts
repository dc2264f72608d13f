import { Project } from 'projen';
import { MarkdownPage } from './markdown';
import { FLOOR, GO_MODULE, LANGUAGES, NEWEST, NODE_VERSIONS } from './supported-versions';

const FULL_SUITE = 'the whole suite';
const NO_TOOLS = 'no Go, no Docker, no Python: what a machine has that has Node.js alone';

/** `VERSIONS.md`: the numbers are those of `supported-versions.ts`, the policy is written here. */
export function generateVersionDocs(project: Project): void {
  const page = new MarkdownPage(project, 'VERSIONS.md', 'Versions');
  const [oldest, ...later] = NODE_VERSIONS;
  page.addTable('## Supported', ['', 'from', 'to', 'why from there'], [
    ['aws-cdk-lib', FLOOR.awsCdkLib, `2.x, tested up to ${NEWEST.awsCdkLib}`, 'the first good release with the validation plugins and mixins that this is built on'],
    ['constructs', FLOOR.constructs, `10.x, tested up to ${NEWEST.constructs}`, 'the first with `IConstruct.with()`'],
    ['Node.js', oldest, later[later.length - 1], 'the oldest that aws-cdk-lib accepts; even releases only'],
    ['Go, for `GoCode`', 'what your `go.mod` says', '', 'your `go` command or Docker builds it'],
    ['Go, for the module `lambdaerror`', GO_MODULE, '', 'the `go` line of its `go.mod`'],
    ['Lambda runtimes', 'any', '', 'wiring, alarms and checks know no runtime; what does is in the next table'],
  ]);
  page.addTable('## Where the runtime of a function matters', ['what', 'runtimes'], [
    ['`GoCode`', '`provided.al2023`, both architectures'],
    ['`go/lambdaerror`', 'Go'],
    ['`cdk-lambda-error-handling/handler`', 'Node.js'],
    ['error types from text logs, in `FunctionErrorLog`', 'Go (`provided.*`) and Node.js; with JSON logs any that names the field'],
    ['`FaultInjectionExperiment`', 'those that take wrapper scripts: not `provided.*`'],
  ]);
  page.addTable('## Languages of the app', ['language', 'from'], LANGUAGES.map(({ language, asksFor }) => [language, asksFor]));
  page.add('', 'What the packages ask for is what jsii asks for. All of the API is there in each of them; in Python, where `with` is a keyword, `.with()` is `.with_()`.');
  page.addTable('## Tested where', ['with', 'what'], [
    [`Node.js ${oldest}, aws-cdk-lib ${FLOOR.awsCdkLib}`, `${FULL_SUITE}, and again with ${NO_TOOLS}`],
    [`Node.js ${later[later.length - 1]}, aws-cdk-lib ${NEWEST.awsCdkLib}`, `${FULL_SUITE} but the packaging`],
    ...later.slice(0, -1).map((version) => [`Node.js ${version}`, 'compiling, the demo and the tests of functions, failures and testing']),
  ]);
  page.add(
    '', 'All on Linux. macOS and Windows are meant to work (paths, line ends and asset hashes are the same) but no machine of ours runs them.',
    '', '## What changes when', '',
    'Versions are semantic. **Breaking**, and so a major version: a removed or renamed name, a new required property, a narrower type, another logical id',
    'or physical name of a resource that holds data, a default that can lose or repeat an event that was safe. `npm run compat` compares the API of',
    'each change with the one that was promised ([decision 5](docs/adr/0005-api-baseline.md)).',
    '', '**A minor version** may add rules and alarms, raise the floor of the CDK ([decision 1](docs/adr/0001-oldest-supported-versions.md)), or drop a Node.js that its makers',
    'no longer support. A new rule can fail a `cdk synth` that passed: pin the version in pipelines, or acknowledge the finding.',
    '', '**A patch** changes no template, but where the template was wrong; the changelog says so then.',
    '', 'What will go is marked `@deprecated` with what replaces it, for at least one minor version before the major one that removes it. Ids of errors,',
    'warnings and rules are API: they are kept, or named in the changelog.',
  );
}
