"""The few array types that the package passes around."""

from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Singles = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]
Wholes = npt.NDArray[np.int64]
Words = npt.NDArray[np.str_]
Dates = npt.NDArray[np.datetime64]
Anything = npt.NDArray[Any]
