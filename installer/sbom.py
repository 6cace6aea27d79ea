#!/usr/bin/python3
"""The list of what a package contains and leans on (SPDX 2.3, JSON).

make  --package NAME --version V --stage DIR --depends 'A, B (= 1)' [--build DIR --program FILE]… >FILE
      of the files below DIR; of the Debian packages that the programs are linked to, that their objects took headers from
      (asked of ninja in the build folder), and that are named in --depends
check PACKAGE.deb…
      whether each package holds exactly what its list says, and leans on nothing that the list leaves out
"""

import argparse
import datetime
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

LICENCE = "Apache-2.0"


def output(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, **options).stdout


def own_name(package):
    return f"usr/share/doc/{package}/{package}.spdx.json"


def spdx_id(kind, name):
    return f"SPDXRef-{kind}-" + re.sub(r"[^A-Za-z0-9.-]", "-", name)


def files_below(folder, package):
    """Every file but the list itself, by name."""
    paths = (path for path in pathlib.Path(folder).rglob("*") if path.is_file() and not path.is_symlink())
    names = sorted(path.relative_to(folder).as_posix() for path in paths)
    return [name for name in names if name != own_name(package)]


def file_entry(folder, name):
    data = pathlib.Path(folder, name).read_bytes()
    return {
        "SPDXID": spdx_id("File", hashlib.sha1(name.encode()).hexdigest()[:12] + "-" + name),
        "fileName": "./" + name,
        "checksums": [
            {"algorithm": "SHA1", "checksumValue": hashlib.sha1(data).hexdigest()},
            {"algorithm": "SHA256", "checksumValue": hashlib.sha256(data).hexdigest()},
        ],
        "licenseConcluded": LICENCE,
        "copyrightText": "NOASSERTION",
    }


def verification_code(files):
    """As SPDX 2.3 has it: the digest of the sorted digests."""
    digests = sorted(file["checksums"][0]["checksumValue"] for file in files)
    return hashlib.sha1("".join(digests).encode()).hexdigest()


# --- which Debian packages -------------------------------------------------------------------------------------------


def owners(paths):
    """The packages that these files came with. Debian 12 knows some of them below /lib, though they lie in /usr/lib."""
    asked = set()
    for path in paths:
        real = os.path.realpath(path)
        asked |= {path, real, real.removeprefix("/usr")}
    if not asked:
        return set()
    found = subprocess.run(["dpkg-query", "-S", *sorted(asked)], capture_output=True, text=True).stdout
    lines = (line.split(": ")[0] for line in found.splitlines() if not line.startswith("diversion"))
    return {name.split(":")[0] for line in lines for name in line.split(", ")}


def linked(program):
    """What it is linked to, also by way of others."""
    return owners(re.findall(r"(/\S+) \(0x", output("ldd", program)))


def compiled_in(build, program):
    """Packages whose headers the objects of this program were compiled with."""
    inputs = set(output("ninja", "-C", build, "-t", "inputs", os.path.relpath(program, build)).split("\n"))
    headers, wanted = set(), False
    for line in output("ninja", "-C", build, "-t", "deps").splitlines():
        if not line.startswith(" "):
            wanted = line.split(": #deps")[0] in inputs
        elif wanted and line.strip().startswith("/usr/"):
            headers.add(line.strip())
    return owners(headers)


def named(depends):
    """The packages of a line Depends; of alternatives the first."""
    return {re.split(r"[ (|]", item.strip())[0] for item in depends.split(",") if item.strip()}


def debian_entry(name):
    asked = subprocess.run(
        ["dpkg-query", "-W", "-f=${Version} ${Architecture} ${source:Package}", name], capture_output=True, text=True)
    entry = {"SPDXID": spdx_id("Package", name), "name": name, "downloadLocation": "NOASSERTION", "filesAnalyzed": False}
    if asked.returncode == 0 and asked.stdout[0] != " ":
        version, architecture, source = asked.stdout.split(" ")
        entry |= {"versionInfo": version, "sourceInfo": f"Debian source package {source}", "externalRefs": [{
            "referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
            "referenceLocator": f"pkg:deb/debian/{name}@{version.replace('+', '%2B')}?arch={architecture}"}]}
    return entry


# --- the list --------------------------------------------------------------------------------------------------------


def document(arguments):
    package, version = arguments.package, arguments.version
    files = [file_entry(arguments.stage, name) for name in files_below(arguments.stage, package)]
    this = spdx_id("Package", package)
    runtime = named(arguments.depends).union(*(linked(program) for program in arguments.program)) - {package}
    headers = set().union(*(compiled_in(arguments.build, program) for program in arguments.program))
    relations = [("SPDXRef-DOCUMENT", "DESCRIBES", this)]
    relations += [(this, "CONTAINS", file["SPDXID"]) for file in files]
    relations += [(this, "DEPENDS_ON", spdx_id("Package", name)) for name in sorted(runtime)]
    relations += [(spdx_id("Package", name), "BUILD_DEPENDENCY_OF", this) for name in sorted(headers)]
    created = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc)
    return {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"{package}-{version}",
        "documentNamespace": f"https://spdx.org/spdxdocs/{package}-{version}",
        "creationInfo": {"created": created.strftime("%Y-%m-%dT%H:%M:%SZ"), "creators": ["Tool: quanke-installer-sbom"]},
        "packages": [{
            "SPDXID": this, "name": package, "versionInfo": version, "downloadLocation": "NOASSERTION",
            "filesAnalyzed": True, "licenseConcluded": LICENCE, "licenseDeclared": LICENCE,
            "copyrightText": "NOASSERTION", "packageVerificationCode": {
                "packageVerificationCodeValue": verification_code(files),
                "packageVerificationCodeExcludedFiles": ["./" + own_name(package)]},
        }] + [debian_entry(name) for name in sorted(runtime | headers)],
        "files": files,
        "relationships": [
            {"spdxElementId": one, "relationshipType": kind, "relatedSpdxElement": other}
            for one, kind, other in relations],
    }


def problems_of(deb):
    """What the package holds or needs otherwise than its list says."""
    control = dict(zip(["Package", "Version", "Depends"], (output("dpkg-deb", "-f", deb, field).strip()
                                                           for field in ["Package", "Version", "Depends"])))
    package = control["Package"]
    with tempfile.TemporaryDirectory() as folder:
        output("dpkg-deb", "-x", deb, folder)
        try:
            listed = json.loads(pathlib.Path(folder, own_name(package)).read_text())
        except FileNotFoundError:
            return [f"{package}: has no list of its contents"]
        there = {name: file_entry(folder, name)["checksums"] for name in files_below(folder, package)}
    said = {file["fileName"].removeprefix("./"): file["checksums"] for file in listed["files"]}
    problems = [f"{package}: {name} is not as listed" for name in sorted(there) if said.get(name) != there[name]]
    problems += [f"{package}: {name} is listed and not there" for name in sorted(set(said) - set(there))]
    if listed["packages"][0]["versionInfo"] != control["Version"]:
        problems.append(f"{package}: the list is of another version")
    leans_on = {one["relatedSpdxElement"] for one in listed["relationships"] if one["relationshipType"] == "DEPENDS_ON"}
    problems += [f"{package}: leans on {name}, which is not listed" for name in sorted(named(control["Depends"]))
                 if spdx_id("Package", name) not in leans_on]
    return problems


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True, dest="command")
    make = commands.add_parser("make")
    for option in ["--package", "--version", "--stage"]:
        make.add_argument(option, required=True)
    make.add_argument("--depends", default="")
    make.add_argument("--build", default=".")
    make.add_argument("--program", action="append", default=[])
    commands.add_parser("check").add_argument("deb", nargs="+")
    arguments = parser.parse_args()
    if arguments.command == "make":
        json.dump(document(arguments), sys.stdout, indent=1, sort_keys=True)
        print()
        return 0
    problems = [problem for deb in arguments.deb for problem in problems_of(deb)]
    print("\n".join(problems) if problems else f"{len(arguments.deb)} packages hold what their lists say")
    return 1 if problems else 0


sys.exit(main())
