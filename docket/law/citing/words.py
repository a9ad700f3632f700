"""Words as citations abbreviate them: in names of parties (Bluebook T6, Indigo Book T11) and of papers (BT1)."""

from __future__ import annotations

import re


def _table(text: str) -> dict[str, str]:
    return {word: short for line in text.split("\n") if line for short, *words in [line.split()] for word in words}


# an abbreviation, then the words that it stands for; a plural takes its s before the period unless it is given here
IN_NAMES = _table(
    """
& and
Acad. Academy
Admin. Administration Administrative
Adver. Advertising
Agric. Agricultural Agriculture
All. Alliance
Alt. Alternative
Am. America American
Ass’n Association
Assoc. Associate
Atl. Atlantic
Auth. Authority
Auto. Automobile Automotive
Ave. Avenue
Bankr. Bankruptcy
Bd. Board
Bhd. Brotherhood
Bldg. Building
Broad. Broadcast Broadcaster Broadcasting
Bros. Brothers
Bus. Business Businesses
Cas. Casualty
Cent. Central
Ctr. Center Centre
Chem. Chemical
Cmty. Community
Cnty. County
Co. Company
Coal. Coalition
Coll. College
Comm. Committee
Comm’n Commission
Comm’r Commissioner
Commc’n Communication
Comp. Compensation
Comput. Computer
Condo. Condominium
Cong. Congress Congressional
Consol. Consolidated
Constr. Construction
Cont’l Continental
Coop. Cooperative
Corp. Corporation
Corr. Correction Corrections Correctional
Def. Defender Defense
Dep’t Department
Det. Detention
Dev. Developer Development
Dig. Digital
Dir. Director
Disc. Discount
Disp. Disposal
Dist. District
Distrib. Distribution Distributing Distributor
Div. Division
E. East Eastern
Econ. Economic Economical Economics Economy
Educ. Education Educational
Elec. Electric Electrical Electricity Electronic Electronics
Emp. Employee
Emp’r Employer
Emp’t Employment
Eng’r Engineer
Eng’g Engineering
Enter. Enterprise
Entm’t Entertainment
Env’t Environment
Envtl. Environmental
Equip. Equipment
Exch. Exchange
Exec. Executive
Expl. Exploration
Fed. Federal
Fed’n Federation
Fid. Fidelity
Fin. Finance Financial Financing
Found. Foundation
Gen. General
Glob. Global
Gov’t Government
Grp. Group
Guar. Guaranty
Hosp. Hospital
Hous. Housing
Imp. Import Importer Importation
Inc. Incorporated
Indem. Indemnity
Indep. Independent
Indus. Industrial Industries Industry
Info. Information
Ins. Insurance
Inst. Institute Institution
Int’l International
Inv. Investment
Lab. Laboratory
Liab. Liability
Litig. Litigation
Loc. Local
Ltd. Limited
Mach. Machine Machinery
Maint. Maintenance
Mfg. Manufacturing
Mfr. Manufacturer
Mgmt. Management
Mar. Maritime
Mkt. Market
Mktg. Marketing
Mech. Mechanic Mechanical
Med. Medical Medicine
Mem’l Memorial
Merch. Merchandise Merchandising Merchant
Metro. Metropolitan
Mortg. Mortgage
Mun. Municipal
Mut. Mutual
N. North Northern
Nat. Natural
Nat’l National
Ne. Northeast Northeastern
No. Number
Nw. Northwest Northwestern
Org. Organization Organizing
Pac. Pacific
Par. Parish
P’ship Partnership
Pers. Person Personal Personnel
Pharm. Pharmacy Pharmaceutic Pharmaceutical Pharmaceuticals
Pres. Preservation Preserve
Prob. Probation
Prod. Product Production
Prof’l Professional
Prop. Property
Prot. Protection
Pub. Public
Publ’g Publishing
Publ’n Publication
R.R. Railroad
Ry. Railway
Rd. Road
Ref. Refining
Reg’l Regional
Rehab. Rehabilitation
Res. Resource Resources
Rest. Restaurant
Ret. Retirement
S. South Southern
S.S. Steamship
Sav. Saving Savings
Sch. School
Sci. Science
Se. Southeast Southeastern
Sec. Securities Security
Serv. Service
S’holder Shareholder
Soc. Social
Soc’y Society
Sol. Solution
St. Street
Sur. Surety
Sw. Southwest Southwestern
Sys. System Systems
Tech. Technology
Tel. Telephone Telegraph
Telecomm. Telecommunication Telecommunications
Temp. Temporary
Tpk. Turnpike
Transcon. Transcontinental
Transp. Transport Transportation
Tr. Trust Trustee
Twp. Township
Unif. Uniform
Univ. University
Util. Utility
Vill. Village
W. West Western
"""
)

IN_PAPERS = _table(
    """
Aff. Affidavit
Am. Amended
Appl. Application
Arb. Arbitration
Att’y Attorney
Auths. Authorities
Br. Brief
Certif. Certificate
Compl. Complaint
Conf. Conference
Ct. Court
Decl. Declaration
Def. Defendant
Def.’s Defendant’s
Defs.’ Defendants’
Dep. Deposition
Doc. Document
Ex. Exhibit
Hr’g Hearing
Indict. Indictment
Interrog. Interrogatory
Inj. Injunction
J. Judgment
Mem. Memorandum
Mot. Motion
Obj. Objection
Opp’n Opposition
Ord. Ordered
Pet. Petition
Pl. Plaintiff
Pl.’s Plaintiff’s
Pls.’ Plaintiffs’
Prelim. Preliminary
Recons. Reconsideration
Req. Request
Resp. Response
Stip. Stipulation
Subpoena Subpoena
Summ. Summary
Supp. Support
Suppl. Supplemental
Test. Testimony
Tr. Transcript
"""
)
ARTICLES = ("a", "an", "the")
SMALL = ("and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "to", "under", "with", "without")


def abbreviated_name(words: str) -> str:
    """A name with every word of the table but the first shortened: “Rust Movie Prods., LLC”."""
    first, *rest = words.split(" ")
    return " ".join([first, *(_short(word, IN_NAMES) for word in rest)])


def abbreviated_paper(title: str) -> str:
    """“Mot. to Compel Arb.”, “Mem. in Supp. of Def.’s Mot. to Dismiss”: capitals on all but small words."""
    words = [word for word in title.replace("'", "’").split(" ") if word.lower() not in ARTICLES]
    return " ".join(_short(word if word in SMALL else word[:1].upper() + word[1:], IN_PAPERS) for word in words)


def _short(word: str, table: dict[str, str]) -> str:
    found = re.fullmatch(r"(\(?)(.+?)([,;)]*)", word)
    if not found:
        return word
    before, core, after = found.groups()
    key = core.replace("'", "’")
    short = table.get(key) or table.get(key.capitalize() if key.isupper() else key)
    if not short and (single := _singular(key)) in table:
        short = f"{table[single][:-1]}s." if table[single].endswith(".") else f"{table[single]}s"
    return f"{before}{short}{after}" if short else word


def _singular(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
