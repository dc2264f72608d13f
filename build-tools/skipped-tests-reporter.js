'use strict';

/**
 * A jest reporter that says at the end which tests did not run and which tool they need. With CI=true nothing may be skipped: then
 * the run fails.
 */
class SkippedTestsReporter {
  constructor(globalConfig) {
    // Tests that `jest -t` filters out count as skipped too.
    this.filtered = Boolean(globalConfig.testNamePattern);
    this.skipped = [];
  }

  onTestFileResult(_test, { testResults }) {
    this.skipped.push(...testResults.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ fullName }) => fullName));
  }

  onRunComplete() {
    if (this.filtered || this.skipped.length === 0) return;
    process.stderr.write(`\nSkipped tests (${this.skipped.length}):\n`);
    for (const [reason, names] of this.byReason()) {
      process.stderr.write(`  ${reason}: ${names.length}\n`);
      for (const name of names) process.stderr.write(`    ${name}\n`);
    }
  }

  getLastError() {
    if (this.filtered || this.skipped.length === 0 || process.env.CI !== 'true') return undefined;
    return new Error(`${this.skipped.length} tests were skipped, and with CI=true nothing may be skipped`);
  }

  byReason() {
    const groups = new Map();
    for (const name of this.skipped) {
      const [, reason = 'no tool named'] = /\[skipped: (.*?)\]/.exec(name) ?? [];
      groups.set(reason, [...groups.get(reason) ?? [], name.replace(/ \[skipped: .*?\]/, '')]);
    }
    return groups;
  }
}

module.exports = SkippedTestsReporter;
