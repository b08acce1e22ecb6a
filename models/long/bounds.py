"""How many of n seeds may go wrong when each does so with a given chance: the 99 % point of the binomial."""

from scipy.stats import binom


def most(n: int, chance: float) -> int:
    return int(binom.ppf(0.99, n, chance))


def fewest(n: int, chance: float) -> int:
    return int(binom.ppf(0.01, n, chance))
