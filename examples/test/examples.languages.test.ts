import { appOf, examples, type Example, type Language } from './support/layout';
import { synthesizePython } from './support/python';
import { environment, removeScratchFolders, synthesize, type Templates } from './support/synthesized';
import { installedInGo, missingForGo } from '../../test/package/go';
import { installedInJava, missingForJava } from '../../test/package/java';
import { installedInPython, missingForPython } from '../../test/package/python';
import { testUnless } from '../../test/support';

/** Downloads, a package, a compiler: on a busy machine with empty caches. */
const TIMEOUT = 900_000;

let python: ((example: Example) => Templates) | undefined;

beforeAll(() => { Object.assign(process.env, environment()); });
afterAll(removeScratchFolders);

testLanguage('python', missingForPython(), (example) => {
  python ??= synthesizePython(installedInPython().python, examplesIn('python'));
  return python(example);
});
testLanguage('java', missingForJava(), ({ task }) => installedInJava().synthesize(appOf(task, 'java')!));
testLanguage('go', missingForGo(), ({ task }) => installedInGo().synthesize(appOf(task, 'go')!));

/** The app of a language, with the package as it would be published, makes what the TypeScript app makes. */
function testLanguage(language: Language, missing: string | undefined, synthesizeIn: (example: Example) => Templates): void {
  for (const example of examplesIn(language)) {
    testUnless(missing, `${example.task} in ${language} is the same as in TypeScript`, () => {
      expect(synthesizeIn(example)).toEqual(synthesize(example, { validate: false }).templates);
    }, TIMEOUT);
  }
}

function examplesIn(language: Language): Example[] {
  return examples().filter(({ languages }) => languages.includes(language));
}
