// What AJV, as Debian ships it, takes for a schema and the values that satisfy it: ajv.js SCHEMA VALUES. Prints milliseconds:
// "COMPILE VALIDATE", the first for the first time in a process, the second once it is warm.
'use strict';
const fs = require('fs');
const Ajv = require('ajv');
const {rewritten} = require('../core/form/oracle/oracle.js');

function milliseconds(work) {
    const begin = process.hrtime.bigint();
    work();
    return Number(process.hrtime.bigint() - begin) / 1e6;
}

const [schema, values] = process.argv.slice(2).map((path) => JSON.parse(fs.readFileSync(path, 'utf8')));
const draft7 = rewritten(schema);
let validate;
const compile = milliseconds(() => {
    const ajv = new Ajv({allErrors: true, jsonPointers: true, format: false, unicode: true, validateSchema: false});
    validate = ajv.compile(draft7);
});
if (!validate(values)) {
    throw new Error(JSON.stringify(validate.errors[0]));
}
const rounds = 1000;
const batches = Array.from({length: 30}, () => milliseconds(() => {
    for (let round = 0; round < rounds; ++round) {
        validate(values);
    }
}));
console.log(compile, Math.min(...batches) / rounds);
