"""Texts as dockets write them, made from a seed: with personal data of a known kind, or what only looks like it."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from stdnum import iban, luhn

from docket.personal_data import Kind

FIRST = ["Tamsin", "Orrell", "Maren", "Ezra", "Colm", "Bettina", "Idris", "Wanda", "Petra", "Niall"]
LAST = [
    "Quillfeather",
    "Ashgrove",
    "Dunmore",
    "Vantongeren",
    "Pellworm",
    "Harrowgate",
    "Sillitoe",
    "Brackwater",
    "Winterbourne",
]
STREETS = ["Juniper", "Cottonwood", "Old", "Pecos", "Marlowe", "Saltbush"]
CITIES = ("Santa Fe, NM 87501", "Fresno, CA 93650", "Ames, Iowa 50010", "Dover, DE 19901")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
FRAMES = (
    "MOTION for Relief filed by {who}. {it} (Attachments: # 1 Exhibit A) (Entered: 03/04/2021)",
    "{it}",
    "AFFIDAVIT of {who} re 12 Motion to Dismiss; {it}, filed in No. 2:19-cv-01234-ABC-DE.",
    "Exhibit C – {it}",
    "NOTICE by {who} to all parties ({it}) Modified on 12/1/2020 (abc). Fee $ 402, receipt number 0971-14567890.",
    "Minute entry: {it} The court orders $12,345.67 paid. See 28 U.S.C. § 1331; 550 U.S. 544, 570 (2007).",
)
GROUPED = (
    "{}-{}-{}",
    "{} {} {}",
    "{}.{}.{}",
    "{}–{}–{}",
    "{}-\n{}-{}",
    "{}\u00a0{}\u00a0{}",
    "{} - {} - {}",
    "{}‑{}‑{}",
)


@dataclass(frozen=True)
class Sample:
    """A text; the kind that is in it and where, or nothing."""

    text: str
    kind: Kind | None
    held: str = ""


def samples(seed: int, each: int) -> Iterator[Sample]:
    """`each` texts of every kind, and as many without personal data of every look-alike."""
    chance = random.Random(seed)
    for kind, make in MAKERS.items():
        for _ in range(each):
            held, said = make(chance)
            yield Sample(_framed(chance, said.format(held)), kind, held)
    for harmless in HARMLESS:
        for _ in range(each):
            yield Sample(_framed(chance, harmless(chance)), None)


def _framed(chance: random.Random, it: str) -> str:
    who = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
    return chance.choice(FRAMES).replace("{who}", who).replace("{it}", it)


def _n(chance: random.Random, digits: int) -> str:
    return str(chance.randint(10 ** (digits - 1), 10**digits - 1))


def _person(chance: random.Random) -> str:
    return f"{chance.choice(FIRST)} {chance.choice(LAST)}"


def _pick(chance: random.Random, *said: str) -> str:
    return chance.choice(said)


def _ssn(chance: random.Random) -> tuple[str, str]:
    area = chance.choice([a for a in range(1, 900) if a != 666])
    parts = (f"{area:03}", f"{chance.randint(1, 99):02}", f"{chance.randint(1, 9999):04}")
    if chance.random() < 0.15:
        return "".join(parts), _pick(
            chance, "SSN {}", "Social Security No. {}", "SS# {}", "Social Security number is {}"
        )
    if chance.random() < 0.1:
        return " - ".join(" ".join(part) for part in parts), "SSN {}"
    return chance.choice(GROUPED).format(*parts), _pick(
        chance, "SSN: {}", "with Social Security number {}", "{}", "debtor {} of record", "SSN ({})"
    )


def _taxpayer(chance: random.Random) -> tuple[str, str]:
    if chance.random() < 0.5:
        parts = f"9{_n(chance, 2)}", str(chance.randint(70, 88)), _n(chance, 4)
        return chance.choice(GROUPED).format(*parts), _pick(chance, "ITIN {}", "taxpayer {}", "{}")
    held = f"{_n(chance, 2)}-{_n(chance, 7)}"
    return held, _pick(chance, "EIN {}", "Tax ID No. {}", "Tax ID / EIN: {}", "taxpayer identification number {}")


def _card(chance: random.Random) -> tuple[str, str]:
    first, length = chance.choice([("4", 16), ("53", 16), ("37", 15), ("6011", 16)])
    body = first + "".join(str(chance.randint(0, 9)) for _ in range(length - len(first) - 1))
    digits = body + luhn.calc_check_digit(body)
    cuts = (0, 4, 10, 15) if length == 15 else (0, 4, 8, 12, 16)
    groups = [digits[a:b] for a, b in pairwise(cuts)]
    held = chance.choice(("", " ", "-", ".", "–", " - ", "\u00a0")).join(groups)
    if chance.random() < 0.15:
        held = "-".join(groups[:-1]) + "-\n" + groups[-1]
    return held, _pick(chance, "paid with card {}", "{}", "Visa {} exp. 04/27", "credit card no. {}")


def _account(chance: random.Random) -> tuple[str, str]:
    if chance.random() < 0.4:
        bban = "WEST" + _n(chance, 14)
        number = "GB" + iban.calc_check_digits("GB00" + bban) + bban
        spaced = " ".join(number[i : i + 4] for i in range(0, len(number), 4))
        return chance.choice((number, spaced, spaced.replace(" ", "\n", 1))), _pick(chance, "IBAN {}", "wired to {}")
    digits = _n(chance, chance.randint(8, 12))
    held = chance.choice(
        (digits, f"{digits[:4]}-{digits[4:]}", f"{digits[:4]} {digits[4:]}", f"{digits[:3]}\n{digits[3:]}")
    )
    return held, _pick(
        chance,
        "account number {}",
        "Acct. No. {}",
        "bank account # {}",
        "A/C No. {}",
        "Account: {}",
        "routing number {}",
    )


def _birth(chance: random.Random) -> tuple[str, str]:
    year, month, day = chance.randint(1930, 2020), chance.randint(1, 12), chance.randint(1, 28)
    name = MONTHS[month - 1]
    held = chance.choice(
        (
            f"{month:02}/{day:02}/{year}",
            f"{month}-{day}-{year}",
            f"{month:02}.{day:02}.{year}",
            f"{name} {day}, {year}",
            f"{day} {name} {year}",
            f"{year}-{month:02}-{day:02}",
            f"{name[:3]}. {day},\n{year}",
            f"{day}th day of {name}, {year}",
            f"{month:02}/{day:02}/{year % 100:02}",
        )
    )
    said = (
        "DOB {}",
        "D.O.B.: {}",
        "date of birth {}",
        "born on {}",
        "born {}",
        "(date of birth: {})",
        "was born in Taos on {}",
    )
    return held, chance.choice((*said, "Birthdate: {}", "{} (DOB)", "birthday is {}"))


def _alien(chance: random.Random) -> tuple[str, str]:
    a, b, c = (_n(chance, 3) for _ in range(3))
    held = chance.choice(
        (f"A{a}{b}{c}", f"A{a}-{b}-{c}", f"A {a} {b} {c}", f"A# {a}-{b}-{c}", f"A#{a}{b}{c}", f"A{a[:2]}-{b}-{c}")
    )
    if chance.random() < 0.25:
        return f"{a}{b}{c}", _pick(chance, "alien number {}", "Alien Registration No. {}")
    return held, _pick(chance, "Petitioner ({})", "{}", "Agency No. {}", "in removal, {}")


def _licence(chance: random.Random) -> tuple[str, str]:
    held = chance.choice(
        (_n(chance, 9), chance.choice("BDNR") + _n(chance, 7), f"{_n(chance, 3)}-{_n(chance, 3)}-{_n(chance, 3)}")
    )
    said = (
        "driver's license number {}",
        "Driver’s Licence No. {}",
        "DL# {}",
        "drivers license {}",
        "D.L. No. {}",
        "OLN {}",
    )
    return held, chance.choice(said)


def _passport(chance: random.Random) -> tuple[str, str]:
    held = chance.choice((_n(chance, 9), chance.choice("ABCX") + _n(chance, 8)))
    return held, _pick(chance, "passport no. {}", "Passport Number: {}", "U.S. passport # {}", "surrender passport {}")


def _medical(chance: random.Random) -> tuple[str, str]:
    digits = _n(chance, chance.randint(6, 9))
    held = chance.choice((digits, f"{digits[:2]}-{digits[2:]}"))
    return held, _pick(
        chance, "MRN {}", "MRN: {}", "medical record number {}", "Medical Record No. {}", "patient ID {}"
    )


def _home(chance: random.Random) -> tuple[str, str]:
    kind = chance.choice(("Street", "St.", "Avenue", "Rd.", "Lane", "Drive"))
    unit = chance.choice(("", ", Apt. 4B", ", Apartment 12", ", Unit 3"))
    held = f"{chance.randint(10, 9999)} {chance.choice(STREETS)} {kind}{unit}"
    if chance.random() < 0.6:
        held += f",{chance.choice((' ', chr(10)))}{chance.choice(CITIES)}"
    said = (
        "residing at {}",
        "home address {}",
        "lives at {}",
        "who resides at {}",
        "mail to plaintiff returned from {}",
    )
    return held, chance.choice((*said, "residence: {}", "new address is {}"))


def _telephone(chance: random.Random) -> tuple[str, str]:
    area = chance.choice(("505", "213", "415", "212", "312", "303"))
    exchange, line = str(chance.randint(220, 990)).replace("11", "23"), _n(chance, 4)
    form = chance.choice(
        ("({}) {}-{}", "{}-{}-{}", "{}.{}.{}", "{} {} {}", "+1 {} {} {}", "1-{}-{}-{}", "{}-{}-\n{}", "{}–{}–{}")
    )
    return form.format(area, exchange, line), _pick(
        chance, "telephone {}", "cell {}", "his number, {}", "{}", "Phone: {}"
    )


def _email(chance: random.Random) -> tuple[str, str]:
    first, last = chance.choice(FIRST).lower(), chance.choice(LAST).lower()
    host = chance.choice(("example.com", "mail.example.org", "example.co.uk"))
    form = chance.choice(("{}.{}@{}", "{}_{}@{}", "{}{}@{}", "{}.{}@\n{}", "{}.{} [at] {}"))
    return form.format(first, last, host), _pick(chance, "e-mail {}", "{}", "contact at {}", "sent to <{}>")


def _name(chance: random.Random) -> tuple[str, str]:
    held = _person(chance)
    held = chance.choice((held, held.upper(), held.replace(" ", " Q. "), held.replace(" ", "\n")))
    said = (
        "{}, a minor",
        "minor child {}",
        "{} (a minor)",
        "settlement of minor plaintiff {}",
        "{}, a protected person",
    )
    return held, chance.choice((*said, "the minor, {}", "infant {}", "minor victim {}", "{}, a minor child"))


MAKERS = {
    Kind.SOCIAL_SECURITY: _ssn,
    Kind.TAXPAYER: _taxpayer,
    Kind.CARD: _card,
    Kind.ACCOUNT: _account,
    Kind.BIRTH_DATE: _birth,
    Kind.ALIEN: _alien,
    Kind.DRIVERS_LICENCE: _licence,
    Kind.PASSPORT: _passport,
    Kind.MEDICAL_RECORD: _medical,
    Kind.HOME_ADDRESS: _home,
    Kind.TELEPHONE: _telephone,
    Kind.EMAIL: _email,
    Kind.PROTECTED_NAME: _name,
}


def _redacted(chance: random.Random) -> str:
    last = _n(chance, 4)
    return chance.choice(
        (
            f"SSN XXX-XX-{last}",
            f"Social Security number ***-**-{last}",
            f"xxx-xx-{last}",
            f"account number ending in {last}",
            f"Acct. No. XXXXXX{last}",
            f"account ****{last}",
            f"card XXXX-XXXX-XXXX-{last}",
            f"DOB XX/XX/{chance.randint(1940, 2000)}",
            "date of birth [redacted]",
            "SSN [REDACTED]",
            f"driver's license XXXXX{last}",
            f"last four digits of SSN: {last}",
        )
    )


def _court_number(chance: random.Random) -> str:
    year, serial = chance.randint(10, 25), _n(chance, 5)
    return chance.choice(
        (
            f"{chance.randint(1, 9)}:{year}-cv-{serial}-ABC-DE",
            f"{year}STCV{serial}",
            f"D-101-CV-20{year}-{serial}",
            f"receipt number AFLSDC-{_n(chance, 8)}",
            f"receipt number 0971-{_n(chance, 8)}",
            f"Appeal No. {year}-{_n(chance, 4)}",
            f"Bankruptcy No. {year}-{serial}",
            f"Envelope No. {_n(chance, 8)}",
            f"Document ID {_n(chance, 12)}",
            f"docket entry {_n(chance, 3)}, page {_n(chance, 2)} of {_n(chance, 3)}",
            f"IBFS File No. SAT-20{year}0612-00{_n(chance, 3)}",
        )
    )


def _amount(chance: random.Random) -> str:
    return chance.choice(
        (
            f"judgment of ${chance.randint(1, 999)},{_n(chance, 3)},{_n(chance, 3)}.00",
            f"the sum of $ {_n(chance, 6)}.50",
            f"{_n(chance, 3)},{_n(chance, 3)},{_n(chance, 3)} shares",
            f"USD {_n(chance, 9)}",
            f"€{_n(chance, 3)}.{_n(chance, 3)}.{_n(chance, 3)},00",
            f"accounting of ${_n(chance, 5)} in the trust account",
        )
    )


def _other_date(chance: random.Random) -> str:
    day = f"{chance.randint(1, 12)}/{chance.randint(1, 28)}/{chance.randint(2001, 2024)}"
    return chance.choice(
        (
            f"filed on {day}",
            f"Answer due {day}",
            f"born in {chance.randint(1940, 2000)}",
            f"year of birth {chance.randint(1940, 2000)}",
            f"cost borne by plaintiff as of {day}",
            f"hearing set for {day} at 09:30 AM",
            f"died on {day}",
        )
    )


def _of_the_court(chance: random.Random) -> str:
    return chance.choice(
        (
            "hearing at the courthouse, 350 W. 1st Street, Los Angeles, CA 90012",
            "call the clerk at (213) 894-1565",
            f"dial-in 888-363-{_n(chance, 4)}, access code {_n(chance, 7)}",
            "to chambers at (505) 348-2000",
            "proposed orders to abc_chambers@cacd.uscourts.gov",
            "e-mail help@nmcourts.gov",
            "law office at 500 Marquette Avenue, Suite 1200, Albuquerque",
            "transcript from the court reporter, (312) 818-6683",
        )
    )


def _of_minors(chance: random.Random) -> str:
    return chance.choice(
        (
            "A.R., a minor, by and through next friend",
            "MOTION to Approve Minor Settlement",
            "Jane Doe, a minor",
            "PETITION for Minor's Compromise",
            "minor child J.S.",
            "Order Appointing Guardian Ad Litem for a minor",
            "a minor modification of the schedule",
            "Minor Children initials only",
            "Minor Correction to Docket Text",
        )
    )


def _of_the_law(chance: random.Random) -> str:
    return chance.choice(
        (
            "18 U.S.C. § 922(g)(1); 42 U.S.C. 1983",
            f"{_n(chance, 3)} F.3d {_n(chance, 4)}, {_n(chance, 4)} (9th Cir. 2004)",
            "Civil L.R. 7-1; Fed. R. Civ. P. 12(b)(6)",
            f"Patent No. 8,{_n(chance, 3)},{_n(chance, 3)}",
            f"Docket No. 50-275-LR; ASLBP No. {_n(chance, 2)}-890-01",
            "10 Exhibit A-1, 11 Exhibit A-2, # 12 Exhibit A-12",
            f"parcel number {_n(chance, 3)}-{_n(chance, 3)}-{_n(chance, 2)}",
            f"pages {_n(chance, 4)} through {_n(chance, 4)}",
            "Passport International, Inc. v. Account Holdings LLC",
            "motion for return of passport",
            "Driver's License suspended",
        )
    )


HARMLESS = (
    _redacted,
    _court_number,
    _amount,
    _other_date,
    _of_the_court,
    _of_minors,
    _of_the_law,
    _redacted,
    _court_number,
)
