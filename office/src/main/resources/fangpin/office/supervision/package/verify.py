#!/usr/bin/env python3
"""审计资料包核验 Verifies an audit package of special funds. Needs Python 3 and nothing else.

    python3 verify.py [FOLDER or ZIP]     (default: the folder this program is in)

Exit code 0: everything agrees. 1: something does not; each line says what. What is checked stands in README.txt.
"""
import csv
import hashlib
import io
import json
import os
import sys
import zipfile

DIGITS_AS_LETTERS = str.maketrans("0123456789", "ghijklmnop")


def reader(place):
    if os.path.isfile(place):
        package = zipfile.ZipFile(place)
        return lambda name: package.read(name)
    return lambda name: open(os.path.join(place, name), "rb").read()


class Package:
    def __init__(self, place):
        self.read = reader(place)
        self.wrong = []
        self.manifest = json.loads(self.read("manifest.json").decode("utf-8"))
        self.tables = {}

    def say(self, words):
        self.wrong.append(words)

    def load(self):
        for file in self.manifest["files"]:
            try:
                content = self.read(file["name"])
            except (KeyError, OSError):
                self.say("%s: 缺文件 missing" % file["name"])
                content = b""
            if hashlib.sha256(content).hexdigest() != file["sha256"]:
                self.say("%s: 内容被改动 SHA-256 differs" % file["name"])
            rows = list(csv.DictReader(io.StringIO(content.decode("utf-8", "replace"), newline="")))
            if len(rows) != file["rows"]:
                self.say("%s: %d 行，应为 %d 行 rows differ" % (file["name"], len(rows), file["rows"]))
            self.tables[file["name"][:-4]] = rows

    def __getitem__(self, name):
        return self.tables.get(name, [])


def text(value):
    """A text as PostgreSQL writes it in JSON."""
    return json.dumps(value, ensure_ascii=False)


def number(value):
    return value if value else "null"


def entry_hash(row):
    """sha256 of the JSON list [id, day, reason, subject, person, clause, reverses, entered by, accounts, amounts]."""
    said = "[%s, %s, %s, %s, %s, %s, %s, %s, [%s], [%s]]" % (
        row["id"], text(row["day"]), text(row["reason"]), text(row["subject"]), number(row["person_id"]), text(row["clause"]),
        number(row["reverses"]), row["entered_by"], row["accounts"], row["amounts"])
    return hashlib.sha256(said.encode("utf-8")).hexdigest()


def entries(package):
    """Every entry sums to zero and is what its hash says; what each account moved."""
    moved = {}
    for row in package["entries"]:
        accounts = [int(one) for one in row["accounts"].split(",")]
        amounts = [int(one) for one in row["amounts"].split(",")]
        if sum(amounts) != 0 or len(accounts) != len(amounts):
            package.say("凭证 entry %s: 借贷不平 does not sum to zero" % row["id"])
        if entry_hash(row) != row["hash"]:
            package.say("凭证 entry %s: 与指纹不符 is not what its hash says" % row["id"])
        for account, amount in zip(accounts, amounts):
            moved[account] = moved.get(account, 0) + amount
    return moved


def accounts(package, moved):
    """Every balance is the sum of what moved the account."""
    for row in package["accounts"]:
        if int(row["balance_fen"]) != moved.get(int(row["id"]), 0):
            package.say("账户 account %s: 余额 balance %s，分录之和 sum %d" % (row["id"], row["balance_fen"], moved.get(int(row["id"]), 0)))


def sums(rows, key, amount):
    totals = {}
    for row in rows:
        totals[row[key]] = totals.get(row[key], 0) + int(row[amount])
    return totals


def lines(package):
    """What came to a line by papers = what stands on it + what was paid of it; so for each document money first came by."""
    place = package.manifest["place"]
    document = {row["id"]: row for row in package["documents"]}
    items = {(row["document_id"], row["item"]): int(row["amount_fen"]) for row in package["document_items"]}
    done = [row for row in package["moves"] if row["state"] == "done"]
    came, went = sums(done, "to_line", "amount_fen"), sums(done, "from_line", "amount_fen")
    available = {row["id"]: row for row in package["accounts"] if row["kind"] == "funds-available"}
    paid = sums([row for row in package["accounts"] if row["kind"] == "funds-paid"], "holder", "balance_fen")
    request = {row["id"]: row for row in package["requests"]}
    given, waits = {}, {}
    for row in package["payments"]:
        line = request[row["request_id"]]["line_id"] if row["request_id"] in request else ""
        if row["state"] == "paid":
            given[line] = given.get(line, 0) + int(row["amount_fen"])
        elif row["state"] in ("approved", "sent"):
            waits[line] = waits.get(line, 0) + int(row["amount_fen"])
    stands = {}
    for row in package["lines"]:
        line = row["id"]
        of = document.get(row["document_id"])
        account = available.get(row["account_id"])
        if of is None or account is None:
            package.say("指标 line %s: 没有来源文件或账户 has no document or account" % line)
            continue
        first = of["root_id"] == "" and of["allocation_id"] == "" and row["parent_id"] == "" and of["state"] == "confirmed"
        papers = (items.get((of["id"], row["item"]), 0) if first else 0) + came.get(line, 0) - went.get(line, 0)
        books = int(account["balance_fen"]) + paid.get("line/" + line, 0)
        if papers != books:
            package.say("指标 line %s: 来 came %d，可用+占用+已付 free+reserved+paid %d" % (line, papers, books))
        if given.get(line, 0) != paid.get("line/" + line, 0):
            package.say("指标 line %s: 各笔支付 payments %d，账上 ledger %d" % (line, given.get(line, 0), paid.get("line/" + line, 0)))
        if waits.get(line, 0) != int(account["reserved_fen"]):
            package.say("指标 line %s: 待付 waiting %d，占用 reserved %s" % (line, waits.get(line, 0), account["reserved_fen"]))
        root = of["root_id"] or of["id"]
        stands[root] = stands.get(root, 0) + books
    for row in package["documents"]:
        own = sum(amount for (of, item), amount in items.items() if of == row["id"])
        if own != int(row["amount_fen"]) and row["path"].startswith(place):
            package.say("文件 document %s: 金额 amount %s，分项 items %d" % (row["id"], row["amount_fen"], own))
        if row["root_id"] == "" and row["state"] == "confirmed" and row["path"].startswith(place):
            if stands.get(row["id"], 0) != int(row["amount_fen"]):
                package.say("文件 document %s: 金额 amount %s，指标 lines %d" % (row["id"], row["amount_fen"], stands.get(row["id"], 0)))


def payments(package):
    """Each paid payment has exactly one entry of its amount and person; a person's payments are what the ledger says."""
    by_subject, of_person = {}, {}
    for row in package["entries"]:
        if row["reason"] == "funds-paid":
            by_subject.setdefault(row["subject"], []).append(row)
            if row["person_id"]:
                amount = max(int(one) for one in row["amounts"].split(","))
                of_person[row["person_id"]] = of_person.get(row["person_id"], 0) + amount
    known = set()
    for row in package["payments"]:
        subject = "payment/" + row["id"]
        known.add(subject)
        found = by_subject.get(subject, [])
        if row["state"] != "paid":
            if found:
                package.say("支付 payment %s: 没有支付却有凭证 has an entry but is not paid" % row["id"])
            continue
        fits = (len(found) == 1 and found[0]["id"] == row["entry_id"] and found[0]["person_id"] == row["person_id"]
                and max(int(one) for one in found[0]["amounts"].split(",")) == int(row["amount_fen"]))
        if not fits:
            package.say("支付 payment %s: 与凭证不是一一对应 has not exactly one entry of its amount" % row["id"])
    for subject in sorted(set(by_subject) - known):
        package.say("%s: 有凭证没有支付 has an entry but no payment" % subject)
    paid = sums([row for row in package["payments"] if row["state"] == "paid" and row["person_id"]], "person_id", "amount_fen")
    for person in sorted(set(paid) | set(of_person)):
        if paid.get(person, 0) != of_person.get(person, 0):
            package.say("个人 person %s: 支付 payments %d，账上 ledger %d" % (person, paid.get(person, 0), of_person.get(person, 0)))
    for row in package["requests"]:
        own = [one for one in package["payments"] if one["request_id"] == row["id"]] if len(package["requests"]) < 200 else None
        if own is not None and (len(own) != int(row["payments"]) or sum(int(one["amount_fen"]) for one in own) != int(row["sum_fen"])):
            package.say("用款申请 request %s: 与各笔支付不符 is not its payments" % row["id"])


def chain(package):
    """Every entry's hash stands in the audit; the audit's records are sealed each in one place of the chain, none twice."""
    kept, last, positions = {}, 0, set()
    for row in package["audit"]:
        if row["action"] == "POSTED":
            kept.setdefault(row["subject"], []).append(json.loads(row["details"]).get("hash"))
        if int(row["number"]) <= last:
            package.say("审计 audit %s: 次序不对 is out of order" % row["number"])
        last = int(row["number"])
        if row["sealed_at"]:
            if row["sealed_at"] in positions or len(row["link"]) != 64 or len(row["hash"]) != 64:
                package.say("审计 audit %s: 封存不对 is not sealed rightly" % row["number"])
            positions.add(row["sealed_at"])
    for row in package["entries"]:
        if row["hash"].translate(DIGITS_AS_LETTERS) not in kept.get("entry/" + row["id"], []):
            package.say("凭证 entry %s: 审计中没有它的指纹 the audit does not have its hash" % row["id"])


def main():
    package = Package(sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__)))
    try:
        package.load()
        accounts(package, entries(package))
        lines(package)
        payments(package)
        chain(package)
    except (KeyError, ValueError, TypeError) as broken:
        package.say("表格读不懂 a table cannot be read: %r" % (broken,))
    for words in package.wrong[:200]:
        print(words)
    if package.wrong:
        print("不符 WRONG: %d" % len(package.wrong))
        return 1
    print("相符 OK: %d 凭证 entries, %d 指标 lines, %d 支付 payments, %d 审计记录 audit records" % tuple(
        len(package[name]) for name in ("entries", "lines", "payments", "audit")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
