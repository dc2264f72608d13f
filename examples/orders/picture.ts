import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { ordersApp } from './app';
import { graphOf } from '../../src/cli/graph/graph';
import { svg } from '../../src/cli/graph/svg';
import { readInput } from '../../src/cli/input/read-input';
import { analyze, makeReport } from '../../src/cli/report/make-report';

/** The picture of the README: where the errors of this service go. Needs neither Go nor Docker. */
export function picture(): string {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'orders-picture-'));
  try {
    ordersApp({ outdir, context: { 'aws:cdk:enable-path-metadata': true, 'aws:cdk:bundling-stacks': [] } }).synth();
    return `${svg(graphOf(makeReport(analyze(readInput(outdir)))))}\n`;
  } finally {
    fs.rmSync(outdir, { recursive: true });
  }
}

if (require.main === module) fs.writeFileSync(process.argv[2], picture());
