/**
 * Makes the API of the last compilation the one that later versions must stay compatible with: `compat/baseline` is a package of
 * declarations only, small enough to review.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'fs';

const FOLDER = 'compat/baseline';
/** Neither the documentation nor where something stands in the sources has to stay. */
const IRRELEVANT = new Set([
  'dependencyClosure', 'readme', 'jsiiVersion', 'keywords', 'locationInModule', 'symbolId', 'summary', 'remarks', 'example', 'see', 'returns',
]);

const assembly = JSON.parse(readFileSync('.jsii', 'utf8'), (key, value) => IRRELEVANT.has(key) ? undefined : value);
const { name, version, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

mkdirSync(FOLDER, { recursive: true });
write('.jsii', { ...assembly, fingerprint: '*' });
write('package.json', { name, version, private: true, jsii: {}, peerDependencies });

function write(file: string, content: unknown): void {
  writeFileSync(`${FOLDER}/${file}`, `${JSON.stringify(content, undefined, 1)}\n`);
}
