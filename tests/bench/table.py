#!/usr/bin/python3
"""Prints what the benchmarks measured beside what the neighbours were measured at earlier.

Takes lines.json and any number of Google Benchmark result files. A line whose benchmark has not run is left out and
counted at the end; a benchmark that no line names is listed there too, so that nothing measured goes unseen.
"""
import json
import statistics
import sys

MICROSECONDS = {"ns": 0.001, "us": 1.0, "ms": 1000.0, "s": 1_000_000.0}
RUN_OPTIONS = ("real_time", "process_time", "manual_time")
NAME_WIDTH = 40


def plain_name(run):
    """The benchmark's name without the options that Google Benchmark appends ("/iterations:100", "/real_time")."""
    parts = run.get("run_name", run["name"]).split("/")
    return "/".join(part for part in parts if ":" not in part and part not in RUN_OPTIONS)


def read_runs(paths):
    """All single runs by plain name; a benchmark that reports an error stops everything."""
    runs = {}
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for run in json.load(file)["benchmarks"]:
                if run.get("error_occurred"):
                    sys.exit(f"{path}: {run['name']}: {run.get('error_message', 'failed')}")
                if run.get("run_type", "iteration") == "iteration":
                    runs.setdefault(plain_name(run), []).append(run)
    return runs


def one_value(run, counter, unit):
    if counter is None:
        return run["real_time"] * MICROSECONDS[run["time_unit"]] / MICROSECONDS[unit]
    counted_in = counter.rsplit("_", 1)[-1]
    if unit in MICROSECONDS and counted_in in MICROSECONDS:
        return run[counter] * MICROSECONDS[counted_in] / MICROSECONDS[unit]
    return run[counter]


def measured(runs, measure, unit):
    """The median over the repetitions, or None where nothing was measured."""
    counter = measure.get("counter")
    found = [run for run in runs.get(measure["benchmark"], []) if counter is None or counter in run]
    return statistics.median(one_value(run, counter, unit) for run in found) if found else None


def figure(value, unit):
    digits = 0 if value >= 1000 else 1 if value >= 10 else 2 if value >= 1 else 3
    return f"{value:,.{digits}f} {'µs' if unit == 'us' else unit}"


def print_row(name, kind, value, unit, ratio=""):
    print(f"    {name:<{NAME_WIDTH}} {kind:<9} {figure(value, unit):>14}   {ratio}".rstrip())


def comparison(ours, theirs, line):
    if line.get("moreIsBetter"):
        return f"Quanke {figure(ours / theirs, '×')} as much"
    return f"Quanke {figure(theirs / ours, '×')} as {'fast' if line['unit'] in MICROSECONDS else 'lean'}"


def print_line(line, ours, runs):
    unit = line["unit"]
    print(f"\n{line['work']}   (goal {line['goal']})")
    print_row("Quanke", "measured", ours, unit)
    beside = [(name, "measured", measured(runs, measure, unit)) for name, measure in line.get("sameRun", {}).items()]
    beside += [(name, "quoted", value) for name, value in line.get("quoted", {}).items()]
    for name, kind, value in beside:
        if value is not None:
            print_row(name, kind, value, unit, comparison(ours, value, line))


def main(lines_path, *result_paths):
    with open(lines_path, encoding="utf-8") as file:
        lines = json.load(file)["lines"]
    runs = read_runs(result_paths)
    missing = []
    named = set()
    for line in lines:
        named.add(line["measure"]["benchmark"])
        named.update(measure["benchmark"] for measure in line.get("sameRun", {}).values())
        ours = measured(runs, line["measure"], line["unit"])
        if ours is None:
            missing.append(line["work"])
        else:
            print_line(line, ours, runs)
    others = sorted(set(runs) - named)
    if others:
        print("\nAlso measured")
        for name in others:
            unit = runs[name][0]["time_unit"]
            print_row(name, "measured", measured(runs, {"benchmark": name}, unit), unit)
    if missing:
        print("\nNot measured in this run")
        for work in missing:
            print(f"    {work}")
    print("\nquoted: measured earlier with the neighbours' own programs on two cores; times of other machines compare by ratio only.")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit("usage: table.py LINES RESULTS…")
    main(*sys.argv[1:])
