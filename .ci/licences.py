"""Reads `cargo metadata` and refuses a crate whose licence does not let us ship Traject as we do."""

import json
import re
import sys

# Licences that ask for no more than a notice, or (MPL) for the changes to the crate's own files.
ALLOWED = {
    "0BSD", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-1-Clause", "BSD-2-Clause", "BSD-3-Clause",
    "BSL-1.0", "CC0-1.0", "CDLA-Permissive-2.0", "ISC", "MIT", "MIT-0", "MPL-2.0", "NCSA", "OpenSSL",
    "PostgreSQL", "Unicode-3.0", "Unicode-DFS-2016", "Unlicense", "Zlib", "blessing",
}

# Crates that may have something else, each with its reason.
EXCEPTIONS = {}


def allowed(expression: str) -> bool:
    """Whether the choices in an SPDX expression leave us an allowed one."""
    tokens = re.findall(r"\(|\)|[^\s()]+", expression.replace("/", " OR "))
    position = 0

    def choice() -> bool:
        nonlocal position
        result = both()
        while position < len(tokens) and tokens[position] == "OR":
            position += 1
            other = both()
            result = result or other
        return result

    def both() -> bool:
        nonlocal position
        result = one()
        while position < len(tokens) and tokens[position] == "AND":
            position += 1
            other = one()
            result = result and other
        return result

    def one() -> bool:
        nonlocal position
        token = tokens[position]
        position += 1
        if token == "(":
            result = choice()
            position += 1
            return result
        if tokens[position : position + 1] == ["WITH"]:
            token += " WITH " + tokens[position + 1]
            position += 2
        return token in ALLOWED

    return choice()


def main() -> int:
    packages = json.load(sys.stdin)["packages"]
    unused = set(EXCEPTIONS)
    refused = []
    for package in packages:
        name, licence = package["name"], package.get("license")
        if name in EXCEPTIONS:
            unused.discard(name)
        elif not licence or not allowed(licence):
            refused.append(f"{name} {package['version']}: {licence or 'no licence named'}")
    for line in refused:
        print(f"licence not on the list: {line}", file=sys.stderr)
    for name in sorted(unused):
        print(f"an exception that is not needed any more: {name}", file=sys.stderr)
    print(f"{len(packages)} crates, {len(refused)} with a licence that is not on the list")
    return 1 if refused or unused else 0


if __name__ == "__main__":
    sys.exit(main())
