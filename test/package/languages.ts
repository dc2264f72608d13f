import { join } from 'path';
import { testUnless } from '../support';
import { installedInJavaScript } from './javascript';
import type { Synthesizer } from './synthesized';

/** Downloads, a package, a compiler: on a busy machine with empty caches. */
const TIMEOUT = 900_000;

/** Tests that an app of another language synthesizes what the same app in JavaScript does. */
export function testLanguage(language: string, missing: string | undefined, file: string, installed: () => { synthesize: Synthesizer }): void {
  testUnless(missing, `is used by a ${language} app that synthesizes the same templates as the JavaScript one`, () => {
    const expected = installedInJavaScript().synthesize(join(__dirname, 'apps/app.js'));

    expect(Object.keys(expected)).toEqual(['Orders.template.json']);
    expect(installed().synthesize(join(__dirname, 'apps', file))).toEqual(expected);
  }, TIMEOUT);
}
