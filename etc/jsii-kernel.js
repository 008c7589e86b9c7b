'use strict';
// Runs jsii's kernel for a JVM. Started by etc/jsii-node as: jsii-kernel.js <folder of jsii>/bin/jsii-runtime.js
//
// jsii-runtime.js would start a second Node.js with the kernel, and pass every message on. This is that second one,
// alone. It also spares the validator work that no result needs. docs/benchmarks.md has the numbers.

const childProcess = require('child_process');
const crypto = require('crypto');
const fs = require('fs');
const Module = require('module');
const path = require('path');
const v8 = require('v8');
const zlib = require('zlib');

const SOCKET = 3; // what the kernel reads and writes
const REQUESTS = 3;
const REPLIES = 4;
const STDERR = 2;
const LARGEST_PLACEHOLDER = 4096;
const VALIDATOR_BYTES = 512 * 1024 * 1024;
const VALIDATOR_BUDGET = 130000000;
const ARCHIVE = /\/teal-\d+\/function-\d+\/teal-function\.zip$/;
const NODES_WITH_BUDGET = [20, 22, 24]; // an unknown flag would be reported on stderr

// Where the kernel hashes a module's archive to find it unpacked, and where it unpacks one that it has not found.
const HASHED = '.digestFile)(e,...p)';
const UNPACKED = 'untarInto({...m,cwd:p,file:e})';

const [, , runtime, ...rest] = process.argv;

if (runtime === '--placeholders') {
  writePlaceholders(...rest);
} else {
  const program = path.resolve(path.dirname(runtime), '..', 'lib', 'program.js');
  if (process.env.TEAL_JSII !== 'plain' && isKnown(program)) {
    connect();
    prepareForTheValidator();
    linkTheArchive();
    delete process.env.TEAL_NODE;
    process.argv = [process.argv[0], program, ...rest];
    load(program);
  } else {
    asJsiiDoesIt();
  }
}

/** Whether the kernel talks as this file expects it to: another version of jsii may not. */
function isKnown(file) {
  try {
    return /readFD:\s*3,\s*writeFD:\s*3\b/.test(fs.readFileSync(file, 'utf8'));
  } catch {
    return false;
  }
}

/** Whether the kernel looks for modules as {@link load} expects it to. */
function takesPlaceholders(source) {
  return source.split(HASHED).length === 2 && source.split(UNPACKED).length === 3; // unpacked with its cache and without
}

/** Runs the kernel; where the JVM gives it a placeholder for a module's archive, it need not be read. */
function load(program) {
  const source = fs.readFileSync(program, 'utf8');
  if (!takesPlaceholders(source)) {
    require(program);
    return;
  }
  process.teal = { placeholder };
  const main = new Module(program, null);
  main.filename = program;
  main._compile(
    source
      .replace(/\(0,\w+\.digestFile\)\(e,\.\.\.p\)/, '(process.teal.placeholder(e)?.digest??$&)')
      .replaceAll(UNPACKED, 'untarInto({...m,cwd:p,file:process.teal.placeholder(e)?.archive??e})'),
    program,
  );
}

/** What the placeholder {@code file} stands for; undefined for an archive. */
function placeholder(file) {
  if (fs.statSync(file).size > LARGEST_PLACEHOLDER) {
    return undefined;
  }
  const { archive, digest } = JSON.parse(fs.readFileSync(file, 'utf8'));
  return { archive, digest: Buffer.from(digest, 'hex') };
}

/** Leaves, in place of each archive below {@code folder}, a placeholder that names its copy below {@code kept}. */
function writePlaceholders(program, folder, kept) {
  if (!isKnown(program) || !takesPlaceholders(fs.readFileSync(program, 'utf8'))) {
    process.exit(1);
  }
  for (const name of fs.readdirSync(folder, { recursive: true }).filter((found) => found.endsWith('.jsii.tgz'))) {
    const archive = fs.readFileSync(path.join(folder, name));
    const { name: module, version } = packageOf(archive);
    const digest = crypto.createHash('sha256').update(archive);
    [module, version].forEach((part) => digest.update('\0').update(part));
    const copy = path.join(kept, path.basename(name));
    fs.writeFileSync(path.join(folder, name), JSON.stringify({ archive: copy, digest: digest.digest('hex') }));
  }
}

/** The {@code package.json} in an archive of npm's. */
function packageOf(archive) {
  const tar = zlib.gunzipSync(archive);
  for (let at = 0; at < tar.length; ) {
    const size = parseInt(tar.toString('latin1', at + 124, at + 136), 8) || 0;
    if (tar.toString('latin1', at, at + 100).replace(/\0.*/s, '') === 'package/package.json') {
      return JSON.parse(tar.toString('utf8', at + 512, at + 512 + size));
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error('no package.json');
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
