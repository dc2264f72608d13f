import { copyFileSync } from 'fs';
import { join } from 'path';
import { builtOnce } from './built-once';
import { installInto, pack, removeTemporaryFolders } from './packed';
import { synthesized, type Synthesizer } from './synthesized';

/** A project into which a user has installed the npm package. */
export function installedInJavaScript(): { readonly synthesize: Synthesizer } {
  const folder = builtOnce('javascript', (empty) => {
    installInto(empty, pack());
    removeTemporaryFolders();
  });
  return { synthesize: (app) => synthesizedBy(folder, app) };
}

/** The app is copied beside the packages, as Node.js looks for them there. */
export function synthesizedBy(folder: string, app: string): ReturnType<Synthesizer> {
  const copy = join(folder, 'app.js');
  copyFileSync(app, copy);
  return synthesized(copy, process.execPath, [copy]);
}
