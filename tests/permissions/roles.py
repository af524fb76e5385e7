"""Who looks, in the order of the columns of docs/reference/permissions.md."""

ROLES = (
    "visitor", "member", "co-author", "author", "screener", "juror", "director", "manager", "other manager",
    "administrator",
)  # fmt: skip

# Who may not enter a closed edition, and who reads ideas of a sealed call.
OUTSIDE = ("visitor", "member", "other manager")
WRITES = ("co-author", "author")
