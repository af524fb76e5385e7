"""What the columns of a file may be called, and how roles and languages are written."""

PERSON_COLUMNS: dict[str, str] = {
    "name": "name", "naam": "name",
    "email": "email", "e-mail": "email", "e_mail": "email",
    "unit": "unit", "onderdeel": "unit",
    "discipline": "discipline",
    "skills": "skills", "vaardigheden": "skills",
    "hours_per_week": "hours_per_week", "uren_per_week": "hours_per_week",
    "role": "role", "rol": "role",
    "languages": "languages", "talen": "languages",
    "learning": "learning", "wil_leren": "learning",
    "safeguards": "safeguards", "borgt": "safeguards",
    "about": "about", "over_mij": "about",
}  # fmt: skip
PERSON_REQUIRED = ("name", "email")

SKILL_COLUMNS: dict[str, str] = {
    "skill": "skill", "vaardigheid": "skill",
    "nl": "nl", "en": "en",
    "group": "group", "groep": "group",
}  # fmt: skip
SKILL_REQUIRED = ("skill",)

ROLES: dict[str, str] = {
    "manager": "manager", "programmamanager": "manager", "programme manager": "manager",
    "screener": "screener", "beoordelaar": "screener",
    "juror": "juror", "jurylid": "juror",
}  # fmt: skip

SAFEGUARDS: dict[str, str] = {
    "legal": "legal", "juridisch": "legal",
    "technical": "technical", "technisch": "technical",
    "ethical": "ethical", "ethisch": "ethical",
}  # fmt: skip
