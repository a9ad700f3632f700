"""Courts, tribunals and coroners of England and Wales, with the United Kingdom's courts above them."""

from docket.choices import ForumKind, ForumLevel, ForumSystem
from docket.forums.table.shape import ForumRow

L = ForumLevel
HIGH_COURT = "ewhc"


def _court(slug: str, short: str, name: str, level: ForumLevel, *aliases: str, **more: str) -> ForumRow:
    return ForumRow(
        slug=slug,
        kind=ForumKind.COURT,
        name=name,
        short_name=short,
        jurisdiction="England and Wales",
        system=ForumSystem.FOREIGN,
        level=level,
        time_zone="Europe/London",
        aliases=aliases,
        **more,
    )


def _division(slug: str, short: str, division: str, *aliases: str) -> ForumRow:
    name = f"High Court of Justice of England and Wales, {division}"
    return _court(f"{HIGH_COURT}-{slug}", f"High Court ({short})", name, L.GENERAL, *aliases, parent=HIGH_COURT)


ENGLAND_AND_WALES = (
    _court("uksc", "UKSC", "Supreme Court of the United Kingdom", L.LAST_RESORT, "UK Supreme Court"),
    _court("ukpc", "UKPC", "Judicial Committee of the Privy Council", L.LAST_RESORT),
    _court(
        "ewca-civ",
        "EWCA Civ",
        "Court of Appeal of England and Wales, Civil Division",
        L.INTERMEDIATE_APPELLATE,
    ),
    _court(
        "ewca-crim",
        "EWCA Crim",
        "Court of Appeal of England and Wales, Criminal Division",
        L.INTERMEDIATE_APPELLATE,
    ),
    _court(HIGH_COURT, "EWHC", "High Court of Justice of England and Wales", L.GENERAL),
    _division("kb", "KB", "King’s Bench Division"),
    _division("ch", "Ch", "Chancery Division"),
    _division("fam", "Fam", "Family Division"),
    _division("admin", "Admin", "Administrative Court"),
    _division("comm", "Comm", "Commercial Court"),
    _division("tcc", "TCC", "Technology and Construction Court"),
    _court("ewcrown", "Crown Court", "Crown Court of England and Wales", L.GENERAL),
    _court("ewmagistrates", "Magistrates’ Court", "Magistrates’ Courts of England and Wales", L.LIMITED),
    _court("ewcounty", "EW County Court", "County Court of England and Wales", L.LIMITED),
    _court("ewfamily", "EW Family Court", "Family Court of England and Wales", L.LIMITED),
    _court("ewcoroner", "Coroner", "Coroners’ Courts of England and Wales", L.LIMITED, "HM Coroner"),
    _court("ukeat", "EAT", "Employment Appeal Tribunal", L.INTERMEDIATE_APPELLATE),
    _court("uket", "ET", "Employment Tribunals (England and Wales)", L.LIMITED, "Employment Tribunal"),
    _court("ukut", "UT", "Upper Tribunal", L.INTERMEDIATE_APPELLATE),
    _court("ukftt", "FTT", "First-tier Tribunal", L.LIMITED),
)
