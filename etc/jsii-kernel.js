'use strict';
// Runs jsii's kernel for a JVM. Started by etc/jsii-node as: jsii-kernel.js <folder of jsii>/bin/jsii-runtime.js
//
// jsii-runtime.js would start a second Node.js with the kernel, and pass every message on. This is that second one,
// alone. It also spares the validator work that no result needs. docs/benchmarks.md has the numbers.

const childProcess = require('child_process');
const fs = require('fs');
const path = require('path');
const v8 = require('v8');

const SOCKET = 3; // what the kernel reads and writes
const REQUESTS = 3;
const REPLIES = 4;
const STDERR = 2;
const VALIDATOR_BYTES = 512 * 1024 * 1024;
const VALIDATOR_BUDGET = 130000000;
const ARCHIVE = /\/teal-\d+\/function-\d+\/teal-function\.zip$/;
const NODES_WITH_BUDGET = [20, 22, 24]; // an unknown flag would be reported on stderr

const [, , runtime, ...rest] = process.argv;
const program = path.resolve(path.dirname(runtime), '..', 'lib', 'program.js');

if (process.env.TEAL_JSII !== 'plain' && isKnown(program)) {
  connect();
  prepareForTheValidator();
  linkTheArchive();
  delete process.env.TEAL_NODE;
  process.argv = [process.argv[0], program, ...rest];
  require(program);
} else {
  asJsiiDoesIt();
}

/** Whether the kernel talks as this file expects it to: another version of jsii may not. */
function isKnown(file) {
  try {
    return /readFD:\s*3,\s*writeFD:\s*3\b/.test(fs.readFileSync(file, 'utf8'));
  } catch {
    return false;
  }
}

/** The kernel has one socket; here it is two pipes. What is printed goes to the JVM as jsii-runtime.js sends it. */
function connect() {
  const { writeSync } = fs;
  fs.writeSync = (fd, ...args) => writeSync(fd === SOCKET ? REPLIES : fd, ...args);
  const toJvm = process.stderr.write.bind(process.stderr);
  for (const name of ['stdout', 'stderr']) {
    process[name].write = (chunk, encoding, done) => {
      const bytes = Buffer.from(chunk, typeof encoding === 'string' ? encoding : 'utf8');
      const after = typeof encoding === 'function' ? encoding : done;
      return toJvm(`${JSON.stringify({ [name]: bytes.toString('base64') })}\n`, after);
    };
  }
}

/**
 * The validator is 8 MB of WebAssembly that runs for about a second.
 *
 * V8 compiles again, optimized, what has run for a while (a budget of 13,000,000); most of that never pays here.
 *
 * Its memory grows 64 KiB at a time, and V8 counts each growth as that much new memory: a full garbage collection every
 * few milliseconds. One large allocation, freed at once, is growth enough; it touches no page.
 */
function prepareForTheValidator() {
  if (NODES_WITH_BUDGET.includes(parseInt(process.versions.node, 10))) {
    v8.setFlagsFromString(`--wasm-tiering-budget=${VALIDATOR_BUDGET}`);
  }
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct(target, args, newTarget) {
      const instance = Reflect.construct(target, args, newTarget);
      const { wasmregoengine_new: validator, __wbindgen_malloc: malloc, __wbindgen_free: free } = instance.exports;
      if (validator && malloc && free) {
        try {
          free(malloc(VALIDATOR_BYTES, 8), VALIDATOR_BYTES, 8);
        } catch {
          // Not that much to be had; then it grows as it always did.
        }
      }
      return instance;
    },
  });
}

/**
 * The function's archive (16 MB) stands in a folder that goes with the JVM: each assembly takes a link to it if that is on
 * the same file system, else a copy as ever.
 */
function linkTheArchive() {
  const { copyFileSync } = fs;
  fs.copyFileSync = (from, to, ...mode) => {
    if (ARCHIVE.test(from)) {
      try {
        return fs.linkSync(from, to);
      } catch {
        // Another file system, or one without links.
      }
    }
    return copyFileSync(from, to, ...mode);
  };
}

function asJsiiDoesIt() {
  const child = childProcess.spawn(process.execPath, [runtime, ...rest], { stdio: [REQUESTS, REPLIES, STDERR] });
  child.once('error', () => process.exit(1));
  child.once('exit', (code) => process.exit(code ?? 1));
}
