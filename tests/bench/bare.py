"""The least that a Textual app could be, as programs that are run by themselves."""

ONE_ROW = """
from textual.app import App
from textual.widgets import DataTable
class Bare(App):
    def compose(self):
        yield DataTable()
    def on_mount(self):
        table = self.query_one(DataTable)
        table.add_columns("Shop", "Season")
        table.add_row("Lankakauppa 000", "2026")
Bare().run()
"""
TABLE = """
from textual.app import App
from textual.widgets import DataTable
class Bare(App):
    def compose(self):
        yield DataTable(cursor_type="row")
    def on_mount(self):
        table = self.query_one(DataTable)
        table.add_columns("Shop", "Season", "Readiness", "Known", "Answered", "Blockers")
        for n in range(100):
            table.add_row(f"Lankakauppa {n}", "2026", "61 nearly ready", "98%", "126/162", "1")
Bare().run()
"""
TABLE_AND_TEXT = """
from textual.app import App
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import DataTable, Static
class Bare(App):
    CSS = "DataTable { width: 34; }"
    def compose(self):
        with Horizontal():
            yield DataTable(cursor_type="row")
            with VerticalScroll():
                yield Static()
    def on_mount(self):
        table = self.query_one(DataTable)
        table.add_columns("Shop", "Season")
        for n in range(60):
            table.add_row(f"Lankakauppa 000 {n}", "2026")
    def on_data_table_row_highlighted(self, event):
        n = event.cursor_row
        self.query_one(Static).update("\\n\\n".join(
            f"Paragraph {k} of row {n}: " + "words that fill their lines " * ((7 * n + 3 * k) % 4 + 1)
            for k in range(6)))
Bare().run()
"""
INPUT = """
from textual.app import App
from textual.widgets import Input
class Bare(App):
    def compose(self):
        yield Input()
Bare().run()
"""
INPUT_AND_LIST = """
from textual import on
from textual.app import App
from textual.widgets import Input, OptionList
WORDS = ("missa", "pakettini", "on", "palautus", "toimitus", "koko", "maksu", "lahjakortti", "viivastys", "vaihto")
LINES = [f"{n} Where is {WORDS[n % 10]} and {WORDS[n // 10 % 10]}?" for n in range(160)]
class Bare(App):
    def compose(self):
        yield Input()
        yield OptionList(*LINES)
    @on(Input.Changed)
    def found(self, event):
        words = event.value.split()
        best = sorted(LINES, key=lambda line: -sum(word in line for word in words))
        self.query_one(OptionList).clear_options().add_options(best)
Bare().run()
"""
