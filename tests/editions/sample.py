"""A small invented study as one joined notebook, with every kind of part: the harbour of Norvik."""

from __future__ import annotations

import json
from dataclasses import replace

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from accord.editions import parts
from accord.editions.parts import Cell, Column, Mark, MatrixRow, OriginRow, Paragraph, Quote, Run

TEXTS = {
    "002": ("002_wire.txt", "retold wire story", "002_wire.txt"),
    "004": ("004_digest.txt", "news digest", "002_wire.txt"),
    "000": ("000_column.txt", "reader's column", "002_wire.txt"),
    "001": ("001_review.txt", "trade review", ""),
    "003": ("003_daily.txt", "daily, extract", ""),
}
SILENT = Cell(glyph="silent")
WORDS = {
    "corroborated": "Corroborated",
    "one-origin": "One origin",
    "compatible": "Compatible",
    "disputed": "Disputed",
}
# fact, label, value, verdict, count, unit, what each text says: glyph, value and letter
FACTS = (
    ("f01", "Harbour opens", "May 2031", "corroborated", "3 to 4", "date",
     ("-", "= since 2031", "= May 2031", "= spring 2031", "= by mid 2031")),
    ("f02", "Crossing time", "about 25 % shorter", "corroborated", "2", "%",
     ("-", "-", "= 40 to 30 min", "= about 25 %", "-")),
    ("f03", "Loan for the quay", "€2.4 bn", "one-origin", "1", "EUR",
     ("= up to €2.4 bn", "= €2.4 bn", "= €2.4 bn", "-", "-")),
    ("f04", "Pilots sent", "up to 12", "one-origin", "1", "{person}",
     ("= up to 12", "= up to 12", "= up to 12", "-", "-")),
    ("f05", "Fort to harbour", "less than 30 km", "one-origin", "1", "km",
     ("= under 30 km", "= under 30 km", "-", "-", "/ 45 km, to town")),
    ("f06", "Cost of the harbour", "€1.1 bn or €2.9 bn", "disputed", "1 : 1", "EUR",
     ("! €1.1 bn A", "! €1.1 bn A", "-", "-", "! €2.9 bn B")),
)  # fmt: skip
BEYOND = (
    ("f07", "Who runs it", "two firms named", "disputed", "1 : 2", "",
     ("! Nordlys A", "! Havn B", "~ a foreign firm", "-", "! Havn B")),
    ("f08", "Name of the harbour", "three names, one place", "compatible", "", "",
     ("~ Norvik, Nordvig", "~ Norvik", "~ Nordvig", "~ Norwick", "~ Norvik")),
)  # fmt: skip
_GLYPHS = {"=": "agrees", "~": "compatible", "!": "conflicts", "/": "not-comparable", "-": "silent"}


def svg(width: int) -> str:
    """A drawing as matplotlib writes it: prolog, style attributes, clip paths, an id a glyph."""
    scale = width - 260 if width > 400 else width - 60
    rows = "".join(
        f'<text style="font: 600 13px &#x27;Public Sans&#x27;; text-anchor: start; fill: #1a1d21" '
        f'x="8" y="{y}">{name}</text>'
        f'<path d="M 0 {y + 16} L {width} {y + 16}" style="fill: none; stroke: #dedbd2"/>'
        f'<path d="M {60 + at * scale} {y - 10} l 6 6 l -6 6 l -6 -6 z" clip-path="url(#p1)" '
        f'style="fill: #b5420e; stroke: #b5420e; stroke-linejoin: miter"/>'
        f'<text style="font: 700 13.5px &#x27;Public Sans&#x27;; text-anchor: end; fill: #b5420e" '
        f'x="{width - 2}" y="{y}">{value}</text>'
        for name, at, value, y in (
            ("002", 0.3, "€1.1 bn", 40),
            ("004", 0.3, "€1.1 bn", 82),
            ("003", 0.75, "€2.9 bn", 124),
        )
    )
    return (
        '<?xml version="1.0" encoding="utf-8" standalone="no"?>\n'
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/svg11.dtd">\n'
        f'<svg width="{width}pt" height="170pt" viewBox="0 0 {width} 170" version="1.1" '
        'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
        '<defs><style type="text/css">*{stroke-linejoin: round}</style></defs>'
        f'<defs><clipPath id="p1"><rect x="0" y="0" width="{width}" height="170"/></clipPath>'
        "</defs>"
        f'<g id="figure_1"><rect width="{width}" height="170" style="fill: #ffffff"/>{rows}'
        f'<path d="M 60 148 L {60 + scale} 148" style="fill: none; stroke: #85888a"/></g></svg>'
    )


def figure(name: str = "cost") -> parts.Figure:
    return parts.Figure(
        name=name,
        title="Two texts say €1.1 bn, one says €2.9 bn",
        subtitle="Cost of the harbour, bn euros",
        wide=svg(700),
        narrow=svg(328),
        alt="Cost of the harbour. 002: €1.1 bn. 004: €1.1 bn. 003: €2.9 bn.",
        columns=("Text", "Value"),
        rows=(("002", "€1.1 bn"), ("004", "€1.1 bn"), ("003", "€2.9 bn")),
        note=(Run("A hollow mark is an outside figure; it is a check, not a witness."),),
    )


def _cell(said: str, fact: str, text: str) -> Cell:
    sign, _, value = said.partition(" ")
    letter = value[-1] if sign == "!" else ""
    claim = "" if sign == "-" else f"c{text}{fact}"
    shown = value[:-2] if letter else value
    return Cell(glyph=_GLYPHS[sign], value=shown, letter=letter, claim=claim)


def lede() -> parts.Lede:
    return parts.Lede(
        kicker="Norvik harbour: what five texts agree on, number by number. Edition 2",
        title="Five of six shared numbers agree. Only two rest on independent origins.",
        lines=(
            ("6 of 31", (Run("numbers, dates included, are stated by two or more of the five "
                             "texts. The other 25 are stated once and cannot be compared."),)),
            ("5 of 6", (Run("of these shared numbers agree. The sixth does not: the harbour "
                            "cost "), Run("€1.1 bn or €2.9 bn", "#fact-f06"), Run("."))),
            ("2 of 5", (Run("agreements come from independent origins: the harbour "),
                        Run("opens in May 2031", "#fact-f01"), Run(", and the "),
                        Run("crossing is a quarter shorter", "#fact-f02"),
                        Run(". The other three repeat one origin each."))),
            ("1 text", (Run("states the record catch of 81 kt. Nothing here can confirm it."),)),
            ("1 word", (Run("changes a meaning: two texts say pilots "), Run("could", style="em"),
                        Run(" be sent, one says they "), Run("will", style="em"), Run("."))),
        ),
    )  # fmt: skip


def origins() -> parts.Origins:
    sides = {
        "f01": ((("000",), ("001",), ("003",), ("004",)),),
        "f02": ((("000",), ("001",)),),
        "f03": ((("000", "002", "004"),),),
        "f04": ((("000", "002", "004"),),),
        "f05": ((("002", "004"),),),
        "f06": ((("002", "004"),), (("003",),)),
    }
    return parts.Origins(
        title="Most agreement is repetition",
        subtitle="The six numbers that two or more texts state, and the origins behind them",
        rows=tuple(
            OriginRow(fact=fact, label=label, value=value, sides=sides[fact], verdict=verdict,
                      word=WORDS[verdict].lower(), count=count)
            for fact, label, value, verdict, count, _, _ in FACTS
        ),
        note="one origin: the texts repeat each other or a common report",
    )  # fmt: skip


def matrix() -> parts.Matrix:
    return parts.Matrix(
        columns=tuple(
            Column(source=file, short=short, note=note, group=group)
            for short, (file, note, group) in TEXTS.items()
        ),
        rows=tuple(
            MatrixRow(
                fact=fact,
                label=label,
                value=value,
                cells=tuple(_cell(s, fact, t) for s, t in zip(said, TEXTS, strict=True)),
                verdict=verdict,
                word=WORDS[verdict],
                count=count,
                beyond=fact in ("f07", "f08"),
                search=label,
                unit=unit,
            )
            for fact, label, value, verdict, count, unit, said in (*FACTS, *BEYOND)
        ),
        note="Texts stand side by side when they are linked; otherwise in file order. "
        "Origins: how many independent origins assert the value; “1 : 1” counts the rival sides.",
        csv="figures/matrix.csv",
    )


def widened(number: int) -> parts.Matrix:
    """The matrix with its columns repeated up to a number of texts."""
    given = matrix()
    columns = tuple(
        Column(source=f"{at:03d}_text.txt", short=f"{at:03d}", note="daily", group="")
        for at in range(number)
    )
    return replace(
        given,
        columns=columns,
        rows=tuple(
            replace(row, cells=tuple(row.cells[at % len(row.cells)] for at in range(number)))
            for row in given.rows
        ),
    )


def cards() -> tuple[parts.Card, ...]:
    def quote(short: str, fact: str, words: str, said: str) -> Quote:
        before, number, after = words.split("|")
        return Quote(
            source=TEXTS[short][0],
            short=short,
            pieces=(Run(before), Run(number, style="mark"), Run(after)),
            claim=f"c{short}{fact}",
            place=f"{short}, characters 65 to 77",
            said=said,
        )

    about = (
        ("Definition", (Run("What it costs to build, all stages"),)),
        ("Unit, period", (Run("euros; no period stated"),)),
        ("Formula", (Run("1 \N{MINUS SIGN} 1.1 ÷ 2.9 = 62 %", style="code"),)),
        ("Read by", (Run("rule money, edition 2 of the rules"),)),
        ("Doubts", (Run("a bare € is taken as EUR"),)),
    )
    disputed = parts.Card(
        fact="f06", number="F06", verdict="disputed", word="Disputed",
        counts="3 texts: 1 origin against 1", confidence="",
        title="The harbour cost €1.1 bn or €2.9 bn, depending on whether you count one pier or all",
        measure="Cost of Norvik harbour, whole project, euros", figure=figure(),
        why_title="Why they differ",
        why=((Run("Text 003 gives both figures: €2.9 bn for the harbour, and €1.1 bn that Havn is "
                  "to spend "), Run("on the first pier", style="em"),
              Run(". Texts 002 and 004 attach the smaller figure to the whole harbour.")),
             (Run("Two texts against one is not a majority: 002 and 004 are linked, so the count "
                  "is "), Run("1 origin against 1", style="strong"), Run("."))),
        quotes=(
            quote("002", "f06",
                  "… the company to build and run the |€1.1 billion| harbour north …",
                  "exact, asserted"),
            quote("004", "f06", "The |€1.1 billion| harbour, built by Havn …", "exact"),
            quote("003", "f06", "Work on the |€2.9 billion| harbour, a …", "exact"),
        ),
        about=about,
    )  # fmt: skip
    repeated = parts.Card(
        fact="f03", number="F03", verdict="one-origin", word="Agree, one origin",
        counts="3 texts, 1 origin", confidence="Confidence: low",
        title="Three texts say €2.4 bn, and all three repeat one announcement",
        measure="Loan for the quay, euros", figure=figure("loan"),
        why_title="Why three count as one",
        why=((Run("All three name the same origin, the lender's notice. They confirm what it "
                  "announced; they do not confirm each other."),),),
        quotes=(quote("000", "f03", "… approved a |€2.4 billion| loan …", "exact"),
                quote("002", "f03", "… a loan of up to |€2.4 billion|, …", "up to")),
        about=about,
    )  # fmt: skip
    sure = parts.Card(
        fact="f02", number="F02", verdict="corroborated", word="Corroborated",
        counts="2 texts, 2 origins", confidence="Confidence: moderate",
        title="The crossing is about 25 % shorter: two texts, two routes to one number",
        measure="Change in crossing time, percent", figure=None,
        why_title="Why it counts as corroborated",
        why=((Run("Text 000 gives only minutes and text 001 only a percentage."),),),
        quotes=(quote("000", "f02", "… was cut from |40 to 30 minutes|.", "computed"),
                quote("001", "f02", "… shorter by |about 25%|, which …", "about")),
        about=about,
    )  # fmt: skip
    return (disputed, repeated, sure)


def source() -> parts.SourceText:
    def mark(text: str, fact: str, number: str, verdict: str) -> Mark:
        return Mark(text=text, claim=f"c002{fact}", fact=fact, number=number, verdict=verdict,
                    title="characters 65 to 77; exact, asserted; read by rule money")  # fmt: skip

    return parts.SourceText(
        source="002_wire.txt",
        short="002",
        title="Text 002",
        about=(
            ("Kind", (Run("retold wire story"),)),
            ("Published", (Run("about 16 January 2031 (inferred)"),)),
            ("SHA-256", (Run("a9660f5f6f28…", style="code"),)),
            ("Linked with", (Run("000, 004"),)),
        ),
        paragraphs=(
            Paragraph(start=0, line=1, pieces=("Lender plans to pay for a quay near the fort.",)),
            Paragraph(
                start=65,
                line=3,
                pieces=(
                    "The loan is valued at ",
                    mark("up to €2.4 billion", "f03", "F03", "one-origin"),
                    ", subject to review, and may need long talks with its suppliers. The ",
                    mark("€1.1 billion", "f06", "F06", "disputed"),
                    " harbour lies north of the old town, and had ",
                    mark("17 piers", "f09", "F09", "once"),
                    " on paper; see page ",
                    Mark(text="7606", claim="", fact="", number="", verdict="set-aside", title=""),
                    " of the plan.",
                ),
            ),
        ),
    )


def table() -> parts.Table:
    return parts.Table(
        name="once",
        title="Numbers with one witness",
        columns=("Number", "As written", "Text", "Doubt"),
        align=("left", "right", "left", "left"),
        rows=(
            ((Run("Catch of Norvik, 2030", style="strong"),), (Run("81 kt"),), (Run("001"),),
             (Run("none; fits the stated growth"),)),
            ((Run("Piers", anchor="fact-f09"),), (Run("17"),), (Run("002", "#claim-c002f09"),),
             (Run("none"),)),
        ),
        note="Read, but no claim: 7606 (a page number).",
        csv="figures/once.csv",
    )  # fmt: skip


def long(number: int) -> NotebookNode:
    """The study with a hundred shared facts, and a table of a number of claims stated once."""
    facts, once = matrix(), table()
    claims = tuple(
        ((Run(f"Fare {at}, pier {at % 7}"),), (Run(f"€{at}", f"#claim-c{at}"),), (Run("002"),), ())
        for at in range(number)
    )
    rows = tuple(
        replace(row, fact=f"f{at}{row.fact}", label=f"{row.label} {at}")
        for at in range(13)
        for row in facts.rows
    )
    marks = tuple(
        Mark(text=f"€{at}", claim=f"c{at}", fact="", number="", verdict="once", title="exact")
        for at in range(number)
    )
    text = replace(source(), paragraphs=(Paragraph(start=0, line=1, pieces=marks),))
    told = (replace(facts, rows=rows), replace(once, rows=claims), text)
    made: NotebookNode = new_notebook(cells=[cell(part) for part in told])
    return made


def changes() -> parts.Changes:
    return parts.Changes(
        redline=(Run("Four of five", style="delete"), Run(" "), Run("Five of six", style="insert"),
                 Run(" shared numbers agree. Only two rest on independent origins.")),
        columns=("Fact", "Edition 1", "Edition 2", "Because"),
        rows=(((Run("Fort to harbour", style="strong"),), (Run("stated once"),),
               (Run("agree, one origin", style="insert"),), (Run("004 repeats 002"),)),),
        note=(Run("Cause: the source text 004 was added. "), Run("Edition 1", "../1/report.html")),
    )  # fmt: skip


def glossary() -> parts.Glossary:
    return parts.Glossary(
        entries=(
            ("Corroborated", (Run("The values meet and come from at least two origins."),)),
            ("Disputed", (Run("No value satisfies both claims."),)),
            ("One origin", (Run("Every text behind it repeats one notice."),)),
            ("About", (Run("Read as plus or minus 10 %: "), Run("-p about=0.05", style="code"))),
        )
    )


def citation() -> parts.Citation:
    return parts.Citation(
        text="What five texts on Norvik harbour agree on. accord, edition 2. Digest ba63.",
        bibtex="@techreport{accord-ba63,\n  title  = {What five texts agree on},\n}",
    )


def colophon() -> parts.Colophon:
    return parts.Colophon(
        edition="Edition 2",
        digest="ba635373f55eefd6",
        lines=(("Texts", "5, with 20,571 characters"), ("Parameters", "about = 0.10")),
        disclaimer="No verdict here is about truth or about an outlet.",
    )


def section(key: str, menu: str, title: str, subtitle: str = "") -> parts.Section:
    return parts.Section(key=key, menu=menu, title=title, subtitle=subtitle)


def cell(part: parts.Part, source: str = "study.show()") -> NotebookNode:
    """A code cell that ended with `part`."""
    content = json.loads(json.dumps(part.content()))
    output = new_output("execute_result", data={parts.MIME: content, "text/plain": "a part"})
    return new_code_cell(source, outputs=[output])


def notebook(facts: parts.Matrix | None = None) -> NotebookNode:
    """The joined notebook of the study, ids by place."""
    matrix_title = "The cost of the harbour is the only shared number that does not meet"
    cells = [
        cell(lede()),
        cell(origins()),
        cell(section("matrix", "Matrix", matrix_title,
                     "Each cell is what one text says. A dash means that the text is silent, "
                     "which is not disagreement.")),
        cell(facts or matrix()),
        cell(section("facts", "Facts", "Three numbers, three kinds of agreement",
                     "Every highlighted number links to its place in the text.")),
        *(cell(card) for card in cards()),
        cell(section("trade", "Trade", "What the figures show")),
        new_markdown_cell("One text states both figures, so *nothing here* can confirm them.\n\n"
                          "### How it was checked\n\nBy hand, with the `about` rule."),
        cell(figure("overview")),
        cell(section("unknown", "Unknown", "Twenty-five numbers have only one witness")),
        cell(table()),
        cell(section("changes", "Changes", "Edition 2 adds one text and no independent number")),
        cell(changes()),
        cell(section("sources", "Sources", "One text, with every number that was read")),
        cell(source()),
        cell(section("method", "Method", "How the numbers were read")),
        cell(glossary()),
        cell(citation()),
        cell(colophon()),
    ]  # fmt: skip
    for place, each in enumerate(cells):
        each["id"] = f"cell-{place:02d}"
    made = new_notebook(cells=cells)
    made["metadata"]["links"] = {"PDF": "report.pdf", "Data": "claims.csv"}
    return made
