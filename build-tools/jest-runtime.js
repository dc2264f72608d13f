'use strict';

const { createRequire, isBuiltin } = require('node:module');
const { isAbsolute } = require('node:path');
const { default: JestRuntime } = require('jest-runtime');

const OF_JEST = ['@jest/globals', '@jest/expect', 'expect'];

/**
 * Leaves packages to Node, which loads each of them once per jest worker. Files of this repository are loaded by jest, anew for each
 * test file. So `jest.mock` works for files, not for packages.
 */
class SharedPackagesRuntime extends JestRuntime {
  requireModuleOrMock(from, name) {
    return this.isPackage(name) ? createRequire(from)(name) : super.requireModuleOrMock(from, name);
  }

  isPackage(name) {
    const mapped = this._config.moduleNameMapper.some(([pattern]) => new RegExp(pattern).test(name));
    return !name.startsWith('.') && !isAbsolute(name) && !mapped && !isBuiltin(name) && !OF_JEST.includes(name);
  }
}

module.exports = SharedPackagesRuntime;
