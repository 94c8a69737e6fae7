"""Compares an exported table with what the invented sector expects of it.

    same_as_expected.py EXPECTED.csv EXPORTED.csv

Every column of the expectation but `journey` is compared; `exclusions` stands for the columns that end in `_excl`. Of
tables with a dimension those rows are compared whose dimension the expectation has, and of thresholds those by provider
that the run computed: the Department's, which come with the program, are held by GoldenRunTest.
Ends with 1 and the first differences when the rows are not the same.
"""

import csv
import sys


def rows(path, columns=None, dimensions=None):
    with open(path, encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        names = columns or [name for name in reader.fieldnames if name != "journey"]
        found = []
        for row in reader:
            row.setdefault(
                "exclusions", " ".join(name for name in row if name.endswith("_excl") and row[name] == "true")
            )
            if row.get("method", "provider") != "provider" or row.get("source", "computed") != "computed":
                continue
            if dimensions and row["dimension"] not in dimensions:
                continue
            found.append(tuple(row[name] for name in names))
        return names, sorted(found)


columns, expected = rows(sys.argv[1])
place = columns.index("dimension") if "dimension" in columns else None
_, exported = rows(sys.argv[2], columns, {row[place] for row in expected} if place is not None else None)
missing, surplus = set(expected) - set(exported), set(exported) - set(expected)
for kind, different in (("expected but not exported", missing), ("exported but not expected", surplus)):
    for row in sorted(different)[:5]:
        print(f"{kind}: {dict(zip(columns, row))}", file=sys.stderr)
print(f"{len(expected)} rows expected, {len(exported)} exported")
sys.exit(0 if expected and expected == exported else 1)
