"""The units that texts measure in: their names, dimensions and sizes; how counts are said."""

from accord.units.convert import canonical, convert, dimension
from accord.units.currencies import Currencies, Currency
from accord.units.currencies import load as load_currencies
from accord.units.names import is_currency, name
from accord.units.spoken import COUNTS, MODIFIERS, count
from accord.units.table import Table, Unit
from accord.units.table import load as load_units

__all__ = [
    "COUNTS",
    "MODIFIERS",
    "Currencies",
    "Currency",
    "Table",
    "Unit",
    "canonical",
    "convert",
    "count",
    "dimension",
    "is_currency",
    "load_currencies",
    "load_units",
    "name",
]
