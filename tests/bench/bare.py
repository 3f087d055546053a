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
FORM = """
from textual.app import App
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import DataTable, Input, Static, TextArea
class Form(ModalScreen):
    CSS = '''
    Form { align: center middle; }
    #box { width: 76; height: auto; border: round $primary; }
    .row { height: auto; }
    .row Static { width: 27; }
    .row Input { width: 1fr; }
    .row TextArea { width: 1fr; height: auto; }
    '''
    BINDINGS = [("escape", "dismiss", "Cancel")]
    def compose(self):
        with Vertical(id="box"):
            yield Static("Observation")
            for label, field in (
                ("What happened", TextArea("Return links on the order page: 2 in 5 did not write.", compact=True)),
                ("Kind", Input("success", compact=True)), ("Date", Input("2026-09-30", compact=True)),
            ):
                with Horizontal(classes="row"):
                    yield Static(label)
                    yield field
            yield Static("esc Cancel")
    def on_mount(self):
        self.query_one(TextArea).focus()
class Bare(App):
    BINDINGS = [("e", "edit", "Edit")]
    def compose(self):
        yield Static("A head that says what this is")
        yield DataTable(cursor_type="row")
        yield Static("What the row says in full")
    def on_mount(self):
        table = self.query_one(DataTable)
        table.add_columns("", "observation", "day")
        for n in range(4):
            table.add_row("success", f"What went well {n}", "2026-09-30")
    def action_edit(self):
        self.push_screen(Form())
Bare().run()
"""
SCREENS = """
from textual.app import App
from textual.containers import Horizontal, VerticalScroll
from textual.screen import Screen
from textual.widgets import DataTable, Footer, Input, OptionList, Static, TextArea
class Place(Screen):
    def __init__(self, place):
        super().__init__()
        self.place = place
    def compose(self):
        yield Static(f"Place {self.place}")
        with Horizontal():
            yield DataTable(cursor_type="row")
            with VerticalScroll():
                for k in range(6):
                    yield Static(f"Paragraph {k}: " + "words that fill their lines " * 6)
                yield Input("a line")
                yield TextArea("lines")
                yield OptionList(*(f"Option {k}" for k in range(9)))
        yield Footer()
    def on_mount(self):
        table = self.query_one(DataTable)
        table.add_columns("Shop", "Season", "Readiness", "Known")
        for n in range(100):
            table.add_row(f"Lankakauppa {n}", "2026", f"{n} nearly ready", "98%")
class Bare(App):
    BINDINGS = [(str(n), f"visit({n})", f"Place {n}") for n in range(1, 8)]
    def on_mount(self):
        self.push_screen(Place(1))
    def action_visit(self, n):
        self.switch_screen(Place(n))
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
