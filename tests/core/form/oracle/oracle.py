#!/usr/bin/python3
"""What python3-jsonschema finds wrong.

Reads a JSON file [{"schema", "values"}…] and prints one list for each: "field[/row][/column]:keyword".
A row is the first index below a field, a column the first member name below field or row.
"""
import json
import sys

from jsonschema import Draft202012Validator


def place(path):
    if not path:
        return ""
    rest = list(path[1:])
    text = path[0]
    if rest and isinstance(rest[0], int):
        text += "/%d" % rest.pop(0)
    names = [step for step in rest[:1] if isinstance(step, str)]
    return "/".join([text] + names)


def missing(error):
    """The names that `required` and `dependentRequired` miss."""
    if error.validator == "required":
        return [name for name in error.validator_value if name not in error.instance]
    wanted = []
    for name, others in error.validator_value.items():
        if name in error.instance:
            wanted += [other for other in others if other not in error.instance]
    return wanted


def problems(schema, values):
    found = set()
    for error in Draft202012Validator(schema).iter_errors(values):
        path = list(error.absolute_path)
        if error.validator in ("required", "dependentRequired"):
            found.update(place(path + [name]) + ":" + error.validator for name in missing(error))
        else:
            found.add(place(path) + ":" + (error.validator or "false"))
    return sorted(found)


with open(sys.argv[1], encoding="utf-8") as file:
    cases = json.load(file)
print(json.dumps([problems(case["schema"], case["values"]) for case in cases]))
