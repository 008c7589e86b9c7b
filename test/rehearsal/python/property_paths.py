"""Prints the paths of the properties of resource types, as CloudFormation's schemas have them that cfn-lint carries."""

import importlib.util
import json
import pathlib
import sys

SCHEMAS = pathlib.Path(importlib.util.find_spec("cfnlint").submodule_search_locations[0]) / "data" / "schemas"
FLEET = "AWS::AutoScaling::AutoScalingGroup"


def paths(schema, definitions, prefix, open_names=frozenset()):
    """The paths of the leaves of a schema; a definition that holds itself is a leaf."""
    name = schema.get("$ref", "").rsplit("/", 1)[-1]
    if name in open_names:
        return [prefix]
    if name:
        return paths({**definitions[name], "$ref": ""}, definitions, prefix, open_names | {name})
    if "items" in schema:
        return paths(schema["items"], definitions, prefix, open_names)
    fields = schema.get("properties")
    if not fields:
        return [prefix]
    return [path for key, value in fields.items() for path in paths(value, definitions, f"{prefix}.{key}", open_names)]


def properties(resource_type):
    """The paths of the properties of a type that a template may write."""
    region = json.loads((SCHEMAS / "providers" / "us-east-1.json").read_text())
    schema = json.loads((SCHEMAS / "resources" / f"{region[resource_type]}.json").read_text())
    read_only = {path.rsplit("/", 1)[-1] for path in schema.get("readOnlyProperties", []) if path.count("/") == 2}
    for name, value in schema["properties"].items():
        if name not in read_only:
            yield from paths(value, schema.get("definitions", {}), name)


def update_policy():
    """The paths of the update policy of an Auto Scaling group."""
    schema = json.loads((SCHEMAS / "other" / "resources" / "update_policy.json").read_text())
    definitions = schema["definitions"]
    return paths(definitions["AutoScalingGroupUpdatePolicy"], definitions, "UpdatePolicy")


for each in sys.argv[1:]:
    found = list(properties(each)) + (update_policy() if each == FLEET else [])
    for path in sorted(set(found)):
        print(each, path)
