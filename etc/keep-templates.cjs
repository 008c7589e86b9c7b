'use strict';
// Keeps a copy of every template that a Node.js writes which was started with NODE_OPTIONS='--require <this file>', in the
// folder $TEAL_TEMPLATES. The text has no asset hashes, and its own hash is the name: equal templates are one file.

const crypto = require('crypto');
const fs = require('fs');
const path = require('path');

const folder = process.env.TEAL_TEMPLATES;
const ASSET = /\b[0-9a-f]{64}\b/g;
const { writeFileSync } = fs;

function keep(file, data) {
  const text = String(data).replace(ASSET, '<asset>');
  const name = crypto.createHash('sha256').update(text).digest('hex').slice(0, 16);
  writeFileSync(path.join(folder, `${path.basename(file, '.template.json')}-${name}.json`), text);
}

if (folder) {
  fs.writeFileSync = (file, data, ...options) => {
    if (String(file).endsWith('.template.json')) {
      keep(file, data);
    }
    return writeFileSync(file, data, ...options);
  };
}
