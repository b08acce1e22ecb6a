"""The trial in plain sentences: counts per 100 contacts, and "cannot tell apart" when that is so."""

from models.trial.trial import Difference, Trial


def headline(trial: Trial, other: str, title: str) -> str:
    """`title`: the other list in words, such as "the list by absences and failed courses"."""
    difference = trial.against(other)
    if difference is None:
        return f"There is no comparison with {title}: its columns are not in the data."
    ours = next(item for item in trial.lists if item.name == trial.ours)
    theirs = next(item for item in trial.lists if item.name == other)
    ending = verdict(difference) + tie_note(trial, other)
    return (
        f"Of 100 contacts from this list, {ours.per_100:.0f} reached a student for whom the outcome came; "
        f"from {title} of the same length, {theirs.per_100:.0f}. {ending}"
    )


def verdict(difference: Difference) -> str:
    interval = f"(interval {difference.low:+.1f} to {difference.high:+.1f})"
    if difference.low <= 0 <= difference.high:
        return f"We cannot tell the two apart {interval}; the simpler list would do."
    more = "more" if difference.per_100 > 0 else "fewer"
    return f"That is {abs(difference.per_100):.1f} students {more} per 100 contacts {interval}."


def tie_note(trial: Trial, other: str) -> str:
    """Said only where ties decide a student or more per 100 contacts."""
    theirs = next(item for item in trial.lists if item.name == other)
    even = theirs.found.even * 100 / trial.contacts
    if even - theirs.per_100 < 1:
        return ""
    return f" Ties count against every list; shared out evenly, the other one would reach {even:.0f}."
