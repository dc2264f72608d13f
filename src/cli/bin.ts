#!/usr/bin/env node
import { main } from './main';
import { processTerminal } from './terminal';

// Whoever reads may have enough before the end, as `head` does.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 2));
process.exitCode = main(process.argv.slice(2), processTerminal());
