"""What stands in one place of a text: a number with its unit, before bounds and ranges are read."""

from decimal import Decimal
from typing import NamedTuple

from factcheck_number.quantity import Form, Quantity


class Figure(NamedTuple):
    """A number in a text with its unit; ``start`` and ``end`` are token indexes, ``scale`` its scale word."""

    start: int
    end: int
    value: Decimal
    exponent: int = 0
    scale: Decimal = Decimal(1)
    unit: str | None = None
    form: Form = Form.COUNT
    hedge: str = ""
    spelled: bool = False
    bare: bool = False  # digits only, without separators
    sign: bool = False


class Found(NamedTuple):
    """A quantity and where it stands: token indexes, end exclusive."""

    start: int
    end: int
    quantity: Quantity | None
    judgeable: bool = True


def quantity_of(figure: Figure, low: Decimal, high: Decimal) -> Quantity:
    """Return what a figure says of the numbers from ``low`` to ``high``."""
    return Quantity(
        low,
        high,
        unit=figure.unit,
        form=figure.form,
        exponent=figure.exponent,
        hedge=figure.hedge,
        scaled=figure.scale != 1,
        spelled=figure.spelled,
    )


def bounded(quantity: Quantity, kind: str) -> Quantity:
    """Make a quantity the interval, or give it the hedge, that a word of this kind says."""
    if kind == "about":
        return quantity._replace(hedge=quantity.hedge or "about")
    if kind == "nearly":
        return quantity._replace(hedge="nearly")
    if kind in ("above", "from") and quantity.low is not None and quantity.high is not None:
        return quantity._replace(high=None, above=kind == "above")
    if kind in ("below", "to") and quantity.low is not None and quantity.high is not None:
        return quantity._replace(low=None, below=kind == "below")
    return quantity
