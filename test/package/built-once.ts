import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';
import { CACHE, locked } from './locked';
import { fingerprint, ROOT } from './packed';
import { translateSamples } from '../../build-tools/translate-samples';

const SAMPLES = 'samples';

/**
 * A folder that `build` fills, once for what would be packed now, whichever process asks first: the others wait for it, and the next run of the
 * tests finds it.
 */
export function builtOnce(name: string, build: (folder: string) => void): string {
  const folder = join(CACHE, name);
  const marker = join(folder, 'built-of');
  return locked(name, () => {
    const key = fingerprint();
    if (existsSync(marker) && readFileSync(marker, 'utf8') === key) return folder;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    // jsii-pacmak reads the translations of samples when it starts: nobody packs before they are written.
    if (name !== SAMPLES) builtOnce(SAMPLES, () => translateSamples(ROOT));
    build(folder);
    writeFileSync(marker, key);
    return folder;
  });
}
