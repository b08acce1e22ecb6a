"""One fault for each landmine; `where` names the task and the column, never a student."""

from models.faults import ModelFault


class FutureColumn(ModelFault):
    """Filled only for the past, or better alone than all other inputs together: not known on the day."""

    code = "leak-future-column"


class LabelCopied(ModelFault):
    """A column ranks the outcomes almost perfectly: it is the label, or made from it."""

    code = "leak-label-copied"


class KnownTooLate(ModelFault):
    """Rows that became known after the prediction date."""

    code = "leak-known-too-late"


class BlankForLeavers(ModelFault):
    """Whether a column is blank tells the outcome: it is filled only for those who stay."""

    code = "leak-blank-for-leavers"


class ShuffledLearnt(ModelFault):
    """Shuffled labels are predicted better than chance: the label reaches the inputs."""

    code = "leak-shuffled-learnt"


class ProxyInput(ModelFault):
    """A protected group can be told from an input."""

    code = "proxy-input"
