"""validate.py SCHEMA: on stdin lines of `definition<TAB>label<TAB>JSON`. Prints what is no such thing; exit 1 if anything is."""

import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)

faults = 0
for line in sys.stdin:
    definition, label, text = line.rstrip("\n").split("\t", 2)
    part = {"$ref": f"#/$defs/{definition}", "$defs": schema["$defs"]}
    for error in jsonschema.Draft202012Validator(part).iter_errors(json.loads(text)):
        faults += 1
        print(f"{label}: {error.json_path}: {error.message}")
sys.exit(faults > 0)
