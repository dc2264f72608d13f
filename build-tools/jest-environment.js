'use strict';

const { AsyncLocalStorage } = require('node:async_hooks');
const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');
const { ModuleMocker } = require('jest-mock');

/** Stands for the context that everything in this process shares. */
const SHARED = vm.createContext();
const { compileFunction } = vm;

vm.compileFunction = (source, parameters, { parsingContext, ...options } = {}) =>
  compileFunction(source, parameters, parsingContext === SHARED ? options : { parsingContext, ...options });

/** Jest makes a storage per test file and leaves it on: every promise of every later file would be followed for it. */
const storages = new Set();
const { run } = AsyncLocalStorage.prototype;

AsyncLocalStorage.prototype.run = function (...args) {
  storages.add(this);
  return run.apply(this, args);
};

/**
 * All test files of a jest worker in one context, so that packages can be loaded once for all of them (see `jest-runtime.js`) and
 * `instanceof` holds. What a test file changes in the process is put back after it.
 */
class SharedContextEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
    this.before = { env: { ...process.env }, cwd: process.cwd(), exit: process.exit, console: globalThis.console };
  }

  getVmContext() {
    return SHARED;
  }

  async teardown() {
    await super.teardown();
    const { env, cwd, exit, console } = this.before;
    for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
    Object.assign(process.env, env);
    process.chdir(cwd);
    process.exit = exit;
    for (const storage of storages) storage.disable();
    storages.clear();
    globalThis.console = console;
  }
}

module.exports = SharedContextEnvironment;
