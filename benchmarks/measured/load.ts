/** Measures how long `require()` of packages takes: `node load.js <package>…`. */
import { createRequire } from 'module';

const load = createRequire(__filename);
const start = performance.now();
for (const name of process.argv.slice(2)) load(name);
process.stdout.write(JSON.stringify({ total: performance.now() - start }));
