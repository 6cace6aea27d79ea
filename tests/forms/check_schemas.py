#!/usr/bin/python3
"""Holds every definition file against the schema of its kind, with Debian's python3-jsonschema.

Usage: check_schemas.py FORMS   (the folder forms/); prints what is wrong, exit 1 when anything is.
"""

import json
import pathlib
import sys

import jsonschema

KINDS = {
    "elements.json": "elements",
    "codes.json": "codes",
    "situations.json": "situations",
    "materials.json": "materials",
    "roles.json": "roles",
    "departments.json": "departments",
    "divisions.json": "divisions",
    "matters": "matter",
    "bundles": "bundle",
    "messages": "messages",
    "calendar": "calendar",
}


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def kind_of(path, forms):
    return KINDS.get(path.relative_to(forms).parts[0])


def problems_of(path, forms, validators):
    kind = kind_of(path, forms)
    if kind is None:
        yield f"{path}: no kind of file we know"
        return
    document = read(path)
    for error in validators[kind].iter_errors(document):
        error = jsonschema.exceptions.best_match([error])
        yield f"{path}: /{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}"
    if kind in ("elements", "codes", "situations", "materials", "matter"):
        try:
            jsonschema.Draft202012Validator.check_schema(document)
        except jsonschema.SchemaError as error:
            yield f"{path}: no valid JSON Schema: {error.message[:300]}"


def main(forms):
    schemas = {path.name.removesuffix(".schema.json"): read(path) for path in forms.glob("schema/*.schema.json")}
    store = {schema["$id"]: schema for schema in schemas.values()}
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(schema)
    validators = {
        name: jsonschema.Draft202012Validator(schema, resolver=jsonschema.RefResolver(schema["$id"], schema, store))
        for name, schema in schemas.items()
    }
    files = [path for path in sorted(forms.rglob("*.json")) if path.parent.name != "schema"]
    problems = [problem for path in files for problem in problems_of(path, forms, validators)]
    for problem in problems:
        print(problem)
    print(f"{len(files)} files, {len(problems)} problems")
    return 1 if problems or not files else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
