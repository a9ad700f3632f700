"""The tables of abbreviations in names of cases and titles of filings (Bluebook T6, T10, BT1; DOMAIN 8.2, 8.3)."""

from __future__ import annotations


def _table(text: str) -> dict[str, str]:
    return {word: short for line in text.split("\n") if line for short, *words in [line.split()] for word in words}


# an abbreviation, then the words that it stands for; a plural takes its s before the period unless it is given here
IN_NAMES = _table(
    """
Acad. Academy
Acct. Account Accounting Accountant
Admin. Administration Administrative
Adver. Advertising
Advoc. Advocacy Advocate
Affs. Affairs
Agric. Agricultural Agriculture
All. Alliance
Alt. Alternative
Am. America American
& and
Arb. Arbitration Arbitrator
Assoc. Associate
Ass’n Association
Atl. Atlantic
Att’y Attorney
Auth. Authority
Auto. Automobile Automotive
Ave. Avenue
Bankr. Bankruptcy
Behav. Behavior Behavioral
Bd. Board
Broad. Broadcast Broadcaster Broadcasting
Bhd. Brotherhood
Bros. Brothers
Bldg. Building
Bus. Business Businesses
Cap. Capital
Cas. Casualty
Cath. Catholic
Ctr. Center Centre
Cent. Central
Chem. Chemical
Child. Children
Cir. Circuit
Civ. Civil
Coal. Coalition
Coll. College
Com. Commerce Commercial
Comm’n Commission
Comm’r Commissioner
Comm. Committee
Commc’n Communication
Cmty. Community
Co. Company
Compar. Comparative
Comp. Compensation
Comput. Computer
Condo. Condominium
Conf. Conference
Cong. Congress Congressional
Consol. Consolidated
Const. Constitution Constitutional
Constr. Construction
Cont’l Continental
Cont. Contract
Coop. Cooperative
Corp. Corporation Corporate
Corr. Correction Corrections Correctional
Couns. Counsel Counselor
Cnty. County
Ct. Court
Crim. Criminal
Def. Defender Defense
Dep’t Department
Deriv. Derivative
Det. Detention
Dev. Developer Development
Dig. Digital
Dir. Director
Disc. Discount
Disp. Disposal
Distrib. Distribution Distributing Distributor
Dist. District
Div. Division
E. East Eastern
Econ. Economic Economical Economics Economy
Educ. Education Educational
Elec. Electric Electrical Electricity Electronic Electronics
Emp. Employee
Emp’r Employer
Emp’t Employment
Enf’t Enforcement
Eng’r Engineer
Eng’g Engineering
Enter. Enterprise
Entm’t Entertainment
Env’t Environment
Envtl. Environmental
Equal. Equality
Equip. Equipment
Exch. Exchange
Exec. Executive
Expl. Exploration
Fam. Family
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
Hist. History Historical
Hosp. Hospital Hospitality
Hous. Housing
Hum. Human
Immigr. Immigration
Imp. Import Importer Importation
Inc. Incorporated
Indem. Indemnity
Indep. Independent Independence
Indus. Industrial Industries Industry
Info. Information
Inst. Institute Institution
Ins. Insurance
Intell. Intellectual
Int’l International
Inv. Investment Investor
Jud. Judicial
Just. Justice
Juv. Juvenile
Lab. Labor
Lab’y Laboratory
Legis. Legislation Legislative
Liab. Liability
Lib. Liberty
Libr. Library
Ltd. Limited
Litig. Litigation
Loc. Local
Mach. Machine Machinery
Mag. Magazine
Maint. Maintenance
Mgmt. Management
Mfr. Manufacturer
Mfg. Manufacturing
Mar. Maritime
Mkt. Market
Mktg. Marketing
Mech. Mechanic Mechanical
Med. Medical Medicine
Mem’l Memorial
Merch. Merchandise Merchandising Merchant
Metro. Metropolitan
Mil. Military
Min. Mineral
Mortg. Mortgage
Mun. Municipal Municipality
Mut. Mutual
Nat’l National
Nat. Natural
N. North Northern
Ne. Northeast Northeastern
Nw. Northwest Northwestern
No. Number
Off. Office Official
Org. Organization Organizing
Pac. Pacific
Par. Parish
P’ship Partnership
Pat. Patent
Pers. Person Personal Personnel
Pharm. Pharmacy Pharmaceutic Pharmaceutical Pharmaceuticals
Plan. Planning
Pol’y Policy
Pol. Politics Political
Pres. Preservation Preserve
Priv. Private Privacy
Prob. Probation
Prod. Product Production
Prof’l Professional
Prop. Property
Prot. Protection
Psych. Psychology Psychological Psychologist
Pub. Public
Publ’n Publication
Publ’g Publishing
R.R. Railroad
Ry. Railway
Rec. Record
Ref. Refining
Reg’l Regional
Regul. Regulation Regulatory
Rehab. Rehabilitation
Rel. Relation
Rsch. Research
Rsrv. Reserve
Res. Resource Resources
Rest. Restaurant
Ret. Retirement
Rev. Review
Rts. Rights
Rd. Road
Sav. Saving Savings
Sch. School
Sci. Science
Sec’y Secretary
Sec. Securities Security
Serv. Service
S’holder Shareholder
Soc. Social
Soc’y Society
Sol. Solution
S. South Southern
Se. Southeast Southeastern
Sw. Southwest Southwestern
Stat. Statistic Statistical
S.S. Steamship
St. Street
Stud. Studies
Subcomm. Subcommittee
Sur. Surety
Sys. System Systems
Tax’n Taxation
Tchr. Teacher
Tech. Technology
Telecomm. Telecommunication Telecommunications
Tel. Telephone Telegraph
Temp. Temporary
Twp. Township
Transcon. Transcontinental
Transp. Transport Transportation
Trib. Tribune
Tr. Trust Trustee
Tpk. Turnpike
Unif. Uniform
Univ. University
Urb. Urban
Util. Utility
Vill. Village
W. West Western
"""
)

IN_TITLES = _table(
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

# states, territories and great cities where they are part of a longer name (T10.1)
IN_PLACES: dict[str, str] = {
    name: short
    for short, name in (
        line.split(" = ")
        for line in """
Ala. = Alabama
Ariz. = Arizona
Ark. = Arkansas
Balt. = Baltimore
Bos. = Boston
Cal. = California
Chi. = Chicago
Colo. = Colorado
Conn. = Connecticut
Dall. = Dallas
Del. = Delaware
D.C. = District of Columbia
Fla. = Florida
Ga. = Georgia
Haw. = Hawaii
Hous. = Houston
Ill. = Illinois
Ind. = Indiana
Kan. = Kansas
Ky. = Kentucky
La. = Louisiana
L.A. = Los Angeles
Me. = Maine
Md. = Maryland
Mass. = Massachusetts
Mia. = Miami
Mich. = Michigan
Minn. = Minnesota
Miss. = Mississippi
Mo. = Missouri
Mont. = Montana
Neb. = Nebraska
Nev. = Nevada
N.H. = New Hampshire
N.J. = New Jersey
N.M. = New Mexico
N.Y.C. = New York City
N.Y. = New York
N.C. = North Carolina
N.D. = North Dakota
N. Mar. I. = Northern Mariana Islands
Okla. = Oklahoma
Or. = Oregon
Pa. = Pennsylvania
Phila. = Philadelphia
P.R. = Puerto Rico
R.I. = Rhode Island
S.F. = San Francisco
S.C. = South Carolina
S.D. = South Dakota
Tenn. = Tennessee
Tex. = Texas
Vt. = Vermont
V.I. = Virgin Islands
Va. = Virginia
Wash. = Washington
W. Va. = West Virginia
Wis. = Wisconsin
Wyo. = Wyoming
""".strip().split("\n")
    )
}
