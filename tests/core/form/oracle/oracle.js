// What node-ajv (draft-07) finds wrong, printed as oracle.py does. Keywords of 2020-12 are rewritten to what draft-07
// calls them. Run with NODE_PATH=/usr/share/nodejs.
'use strict';
const fs = require('fs');
const Ajv = require('ajv');

const lists = ['allOf', 'anyOf', 'oneOf'];
const schemas = ['not', 'if', 'then', 'else', 'items'];

function rewritten(schema) {
    if (typeof schema !== 'object' || schema === null) {
        return schema;
    }
    const result = {};
    for (const [keyword, value] of Object.entries(schema)) {
        if (keyword === '$schema' || keyword === 'format' || keyword.startsWith('x-qk-')) {
            continue;
        } else if (keyword === '$defs') {
            result.definitions = byName(value);
        } else if (keyword === 'properties') {
            result.properties = byName(value);
        } else if (keyword === 'prefixItems') {
            result.items = value.map(rewritten);
        } else if (keyword === 'items' && schema.prefixItems) {
            result.additionalItems = rewritten(value);
        } else if (keyword === 'dependentRequired') {
            result.dependencies = value;
        } else if (lists.includes(keyword)) {
            result[keyword] = value.map(rewritten);
        } else if (schemas.includes(keyword)) {
            result[keyword] = rewritten(value);
        } else {
            result[keyword] = value;
        }
    }
    // ajv 6 names only the tighter of two bounds, and looks for duplicates only among items of the right type
    for (const [beside, keyword] of [['minimum', 'exclusiveMinimum'], ['maximum', 'exclusiveMaximum'],
        ['items', 'uniqueItems']]) {
        if (beside in result && keyword in result) {
            result.allOf = (result.allOf || []).concat([{[keyword]: result[keyword]}]);
            delete result[keyword];
        }
    }
    return result;
}

function byName(value) {
    return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, rewritten(schema)]));
}

function steps(pointer) {
    return pointer.split('/').slice(1).map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'));
}

function place(path, instance) {
    if (path.length === 0) {
        return '';
    }
    const parts = [path[0]];
    let rest = path.slice(1);
    if (rest.length > 0 && Array.isArray(instance[path[0]])) {
        parts.push(rest[0]);
        rest = rest.slice(1);
    }
    let value = path.slice(0, parts.length).reduce((outer, step) => outer && outer[step], instance);
    if (rest.length > 0 && !Array.isArray(value)) {
        parts.push(rest[0]);
    }
    return parts.join('/');
}

const names = {dependencies: 'dependentRequired', additionalItems: 'items', 'false schema': 'false'};

// What alternatives say inside anyOf, oneOf and not is no problem of its own; ajv's "if" only repeats its branch.
function isInside(error) {
    return error.keyword === 'if' || /\/(anyOf|oneOf|not)\//.test(error.schemaPath);
}

function problems(schema, values) {
    const ajv = new Ajv({allErrors: true, jsonPointers: true, format: false, unicode: true, validateSchema: false});
    const validate = ajv.compile(rewritten(schema));
    validate(values);
    const found = new Set();
    for (const error of validate.errors || []) {
        if (isInside(error)) {
            continue;
        }
        const path = steps(error.dataPath);
        const missing = error.params && error.params.missingProperty;
        if (error.keyword === 'required' || error.keyword === 'dependencies') {
            path.push(missing);
        }
        found.add(place(path, values) + ':' + (names[error.keyword] || error.keyword));
    }
    return Array.from(found).sort();
}

if (require.main === module) {
    const cases = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
    console.log(JSON.stringify(cases.map((one) => problems(one.schema, one.values))));
}
module.exports = {rewritten};
