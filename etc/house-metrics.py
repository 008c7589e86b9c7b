#!/usr/bin/env python3
"""Measures the main code against the limits below: prints a line for each, and then what breaks it.

Main code is every .java file but package-info.java below src/main/java, lib-*/src/main/java and lib-*/*/src/main/java.

* Names: no two types, nested ones too, have the same simple name; `Builder` may occur often.
* Public types: top-level ones of the packages that users of the constructs import; the rest of that module has its public
  types in packages with a part named `internal`.
* Methods: methods and constructors with a body, those of anonymous classes too; a lambda is part of the method around it.
  Length: lines from the first of the signature, annotations left out, to the closing brace.
* Files: lines. A file with a nested type `Builder` may be longer.
* Cycles: of packages in one module, by their imports.

Exit code: 0 if every limit holds, 1 if not.
"""

import argparse
import re
import statistics
import sys
from collections import defaultdict, namedtuple
from pathlib import Path

SOURCES = ("src/main/java", "lib-*/src/main/java", "lib-*/*/src/main/java")
CONSTRUCTS = "io.teal.constructs"
DOOR = (CONSTRUCTS, CONSTRUCTS + ".testing")
LINES_BEFORE = "37,448 at 5c9c8fc"

MAX_DOOR = 35
MAX_MEDIAN = 5
SHORT_METHOD, MIN_SHORT_PERCENT = 20, 98
MAX_FILE, MAX_FILE_WITH_BUILDER = 250, 350

NOISE = re.compile(r'/\*.*?\*/|//[^\n]*|"""(?:\\.|.)*?"""|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)
ANNOTATION = re.compile(r"@(?!interface\b)\w[\w.]*")
TYPE = re.compile(r"([^(=]*)\b(?:class|interface|enum|record)\s+(\w+)", re.DOTALL)
IMPORT = re.compile(r"^import\s+(?:static\s+)?([\w.]+)", re.MULTILINE)
PACKAGE = re.compile(r"^package\s+([\w.]+)", re.MULTILINE)

Type = namedtuple("Type", "name public outer")
Method = namedtuple("Method", "name line length")
Source = namedtuple("Source", "path package imports lines types methods")


def read(path, text):
    """What this script has to know of one file."""
    code = without_annotations(NOISE.sub(lambda noise: blank(noise.group()), text))
    types, methods = declarations(code)
    package = PACKAGE.search(code)
    name = package.group(1) if package else ""
    return Source(path, name, IMPORT.findall(code), len(text.splitlines()), types, methods)


def blank(text):
    """Spaces and line ends of the same length."""
    return re.sub(r"[^\n]", " ", text)


def without_annotations(code):
    annotation = ANNOTATION.search(code)
    while annotation:
        start, end = annotation.span()
        if code[end : end + 1] == "(":
            end = closing(code, end)
        code = code[:start] + blank(code[start:end]) + code[end:]
        annotation = ANNOTATION.search(code, end)
    return code


def closing(code, opening):
    """Where the parentheses that open at `opening` have closed."""
    depth = 0
    for sign in re.finditer(r"[()]", code[opening:]):
        depth += 1 if sign.group() == "(" else -1
        if depth == 0:
            return opening + sign.end()
    return len(code)


def declarations(code):
    """The types and methods of a file. Every opening brace is judged by what stands between it and the one before."""
    types, methods, around = [], [], []
    start = depth = 0  # of the text before the next brace; parentheses open since the last brace that is still open
    for sign in re.finditer(r"[{}();]", code):
        if sign.group() in "()":
            depth += 1 if sign.group() == "(" else -1
        elif sign.group() == "{":
            head = code[start : sign.start()]
            kind, name = judge(head.strip(), around)
            if kind == "type":
                public = bool(re.search(r"\bpublic\b", TYPE.match(head.strip()).group(1)))
                types.append(Type(name, public, next((b[1] for b in reversed(around) if b[0] == "type"), "")))
            line = code.count("\n", 0, sign.start() - len(head.lstrip())) + 1
            around.append((kind, name, line, depth))
            depth = 0
        elif sign.group() == "}":
            kind, name, line, depth = around.pop()
            if kind == "method":
                methods.append(Method(name, line, code.count("\n", 0, sign.start()) + 2 - line))
        if sign.group() in "{}" or (sign.group() == ";" and depth == 0):
            start = sign.end()
    return types, methods


def judge(head, around):
    """What the braces after `head` hold: ("type" | "members" | "method" | "code", name)."""
    declared = TYPE.match(head)
    if declared:
        return "type", declared.group(2)
    before = before_parentheses(re.sub(r"\bthrows\s[\w\s.,]+$", "", head).rstrip())
    if before is not None and re.search(r"\bnew\s+[\w.]+(\s*<[^()]*>)?\s*$", before):
        return "members", ""
    if not around or around[-1][0] not in ("type", "members"):
        return "code", ""
    owner = around[-1][1]
    # Of several constants of an enum, the last has the braces.
    words = without_type_arguments(head if before is None else before).rpartition(",")[2].split()
    if before is None and words[-1:] == [owner] != [""]:
        return "method", owner  # a record's compact constructor
    if before is not None and "=" not in before and "->" not in before:
        if len(words) > 1 or words == [owner]:
            return "method", words[-1]
    return ("members", "") if words and words[-1].isupper() else ("code", "")


def without_type_arguments(text):
    shorter = re.sub(r"<[^<>]*>", " ", text)
    return text if shorter == text else without_type_arguments(shorter)


def before_parentheses(head):
    """What stands before the parentheses at the end of `head`; None if it does not end with any."""
    if not head.endswith(")"):
        return None
    depth = 0
    for at in range(len(head) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(head[at], 0)
        if depth == 0:
            return head[:at]
    return None


def modules(root):
    """The sources of each module that has main code, by its folder."""
    found = {}
    for pattern in SOURCES:
        for folder in sorted(root.glob(pattern)):
            files = [file for file in sorted(folder.rglob("*.java")) if file.name != "package-info.java"]
            found[str(folder.relative_to(root))] = [read(file.relative_to(root), file.read_text()) for file in files]
    return found


def same_names(sources, nested):
    """Places of the types of each simple name that there is more than once."""
    places = defaultdict(list)
    for source in sources:
        for declared in source.types:
            if nested or not declared.outer:
                outer = declared.outer + "." if declared.outer else ""
                places[declared.name].append(f"{source.package}.{outer}{declared.name}")
    return {name: where for name, where in sorted(places.items()) if len(where) > 1 and name != "Builder"}


def public_types(sources, wanted):
    """Public top-level types of the packages that are `wanted`."""
    return sorted(
        f"{source.package}.{declared.name}"
        for source in sources
        for declared in source.types
        if declared.public and not declared.outer and wanted(source.package)
    )


def hidden(package):
    """Of the constructs, and neither what users import nor marked as internal."""
    ours = package == CONSTRUCTS or package.startswith(CONSTRUCTS + ".")
    return ours and package not in DOOR and "internal" not in package.split(".")


def cycles(sources):
    """Sets of packages each of which needs, over whatever way, every other one of the set."""
    packages = {source.package for source in sources}
    needs = defaultdict(set)
    for source in sources:
        for name in source.imports:
            needs[source.package] |= {package for package in [package_of(name, packages)] if package != source.package}
    reached = {package: reach(package, needs) for package in packages}
    together = {frozenset(o for o in reached[p] if p in reached[o]) | {p} for p in packages if p in reached[p]}
    return sorted(sorted(cycle) for cycle in together)


def package_of(name, packages):
    """The package of an imported type, which may be nested; "" if it is another module's."""
    while name and name not in packages:
        name = name.rpartition(".")[0]
    return name


def reach(package, needs):
    seen, todo = set(), [package]
    while todo:
        for other in needs.get(todo.pop(), ()):
            if other not in seen:
                seen.add(other)
                todo.append(other)
    return seen - {""}


def limit_of(source):
    builder = any(declared.name == "Builder" and declared.outer for declared in source.types)
    return MAX_FILE_WITH_BUILDER if builder else MAX_FILE


def measure(by_module):
    """Each limit as (held, line, what breaks it)."""
    sources = [source for files in by_module.values() for source in files]
    yield names(sources)
    yield from public(sources)
    yield from methods(sources)
    yield from files(sources)
    found = [" <-> ".join(cycle) for files in by_module.values() for cycle in cycles(files)]
    yield not found, f"cycles of packages: {len(found)} (limit 0)", found


def names(sources):
    top = same_names(sources, nested=False)
    same = same_names(sources, nested=True)
    text = f"types that share a simple name: {total(same)} of {len(same)} names (limit 0)"
    text += f"; top-level ones: {total(top)} of {len(top)}"
    return not same, text, [f"{name}: {', '.join(where)}" for name, where in same.items()]


def total(groups):
    return sum(map(len, groups.values()))


def public(sources):
    door = public_types(sources, lambda package: package in DOOR)
    yield len(door) <= MAX_DOOR, f"public types of the constructs: {len(door)} (limit {MAX_DOOR})", door
    other = public_types(sources, hidden)
    yield not other, f"their public types neither there nor internal: {len(other)} (limit 0)", other


def methods(sources):
    lengths = [method.length for source in sources for method in source.methods] or [0]
    median = statistics.median(lengths)
    percent = 100 * sum(length <= SHORT_METHOD for length in lengths) / len(lengths)
    text = f"methods: {len(lengths)}, median {median:g} lines (limit {MAX_MEDIAN}), longest {max(lengths)}"
    yield median <= MAX_MEDIAN, text, []
    longer = [
        f"{source.path}:{method.line} {method.name} {method.length}"
        for source in sources
        for method in source.methods
        if method.length > SHORT_METHOD
    ]
    text = f"methods of at most {SHORT_METHOD} lines: {percent:.2f} % (limit {MIN_SHORT_PERCENT} %)"
    yield percent >= MIN_SHORT_PERCENT, text, longer


def files(sources):
    long = [f"{source.path} {source.lines}" for source in sources if source.lines > limit_of(source)]
    text = f"files of more than {MAX_FILE} lines, {MAX_FILE_WITH_BUILDER} with a builder: {len(long)} (limit 0)"
    yield not long, text, long
    lines = sum(source.lines for source in sources)
    yield True, f"lines of main code: {lines:,} in {len(sources)} files ({LINES_BEFORE})", []


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    here = Path(__file__).resolve().parent.parent
    parser.add_argument("--root", type=Path, default=here, help="the checkout to measure (default: this one)")
    measured = list(measure(modules(parser.parse_args().root)))
    for held, line, broken_by in measured:
        print(f"{'ok    ' if held else 'BROKEN'} {line}")
        if not held:
            print("".join(f"       {one}\n" for one in broken_by), end="")
    return 0 if all(held for held, _, _ in measured) else 1


if __name__ == "__main__":
    sys.exit(main())
