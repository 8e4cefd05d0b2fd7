"""What is worked out when it is first asked for, and kept: properties, and functions of one object.

For plugin authors whose objects have features that most claims never ask for.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Generic, Self, TypeVar, overload

T = TypeVar("T")
Of = TypeVar("Of")


class lazy(Generic[T]):  # noqa: N801 - a decorator
    """``functools.cached_property`` without its lock, which before Python 3.12 costs more than most work."""

    def __init__(self, work: Callable[[Any], T]):
        self.work = work
        self.__doc__ = work.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type) -> T: ...
    def __get__(self, instance: object | None, owner: type) -> Self | T:
        if instance is None:
            return self
        value = instance.__dict__[self.name] = self.work(instance)
        return value


def kept(work: Callable[[Of], T]) -> Callable[[Of], T]:
    """Make a function of one object keep its answers in the objects, as :class:`lazy` does.

    It is for what one module says of the objects of another.
    """
    name = f"{work.__module__}.{work.__name__}"

    @wraps(work)
    def answer(of: Of) -> T:
        answers = of.__dict__
        if name not in answers:
            answers[name] = work(of)
        return answers[name]  # type: ignore[no-any-return]

    return answer
