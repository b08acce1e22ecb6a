"""What a model card holds: a choice from evaluation.json, measured values only, nothing written by hand."""

from collections.abc import Mapping
from typing import Any

_KEPT = [
    "task",
    "model",
    "data",
    "measures",
    "trial",
    "fairness",
    "proxies",
    "intervals",
    "band",
    "silence",
    "drift",
    "base_rate_history",
]


def card_document(evaluation: Mapping[str, Any]) -> dict[str, Any]:
    """Every number of the card stands in evaluation.json under the same name."""
    card = {key: evaluation[key] for key in [*_KEPT, "notes", "refusal"] if key in evaluation}
    families = evaluation.get("families", {})
    card["training"] = {
        name: {
            key: facts.get(key) for key in ("rounds", "rows", "seed", "libraries", "training_digest", "notes")
        }
        | {"inputs": len(facts.get("inputs", []))}
        for name, facts in families.items()
    }
    card["decision"] = {key: evaluation["decision"][key] for key in ("use", "model", "waits", "text")}
    return card
