"""How well the rooms read and align, measured against `../shared`; no text of it is kept here."""
