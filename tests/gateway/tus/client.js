// Uploads with tus-js-client as its users do: client.js begin|resume|terminate TOKEN ADDRESS [FILE MEDIATYPE]. The address is
// the endpoint to begin at, and else the upload's own. Prints a JSON line for what happens: {"at": bytes, "url"} after each
// piece, {"done": url} at the end, {"failed": words}, upon which it exits with 1.
'use strict';
const crypto = require('crypto');
const fs = require('fs');
const tus = require('tus-js-client');

const [what, token, address, file, mediaType] = process.argv.slice(2);
const headers = {Authorization: `Bearer ${token}`};

function say(line) {
    fs.writeSync(1, `${JSON.stringify(line)}\n`);
}

function fail(error) {
    say({failed: String(error)});
    process.exit(1);
}

function upload() {
    const content = fs.readFileSync(file);
    const sha256 = crypto.createHash('sha256').update(content).digest('hex');
    const upload = new tus.Upload(content, {
        ...(what === 'begin' ? {endpoint: address} : {uploadUrl: address}),
        chunkSize: 256 * 1024,
        headers,
        metadata: {sha256, mediaType, name: '扫描件.pdf'},
        retryDelays: null,
        onChunkComplete: (size, at) => say({at, url: upload.url}),
        onError: fail,
        onSuccess: () => say({done: upload.url}),
    });
    upload.start();
}

if (what === 'terminate') {
    tus.Upload.terminate(address, {headers, retryDelays: null}).then(() => say({done: address}), fail);
} else {
    upload();
}
