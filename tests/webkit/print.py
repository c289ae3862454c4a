"""Prints web pages to PDF in WebKitGTK, which WebDriver cannot: print.py ADDRESS FILE [ADDRESS FILE ...]"""

import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2

jobs = list(zip(sys.argv[1::2], sys.argv[2::2]))
window = Gtk.Window(default_width=1280, default_height=900)
view = WebKit2.WebView()
window.add(view)
window.show_all()
running = []


def load_next():
    if jobs:
        view.load_uri(jobs[0][0])
    else:
        Gtk.main_quit()


def print_page(*_):
    """Sends the page, its fonts there, to a file of A4."""
    operation = WebKit2.PrintOperation(web_view=view)
    settings = Gtk.PrintSettings()
    settings.set_printer("Print to File")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, "file://" + jobs.pop(0)[1])
    operation.set_print_settings(settings)
    setup = Gtk.PageSetup()
    setup.set_paper_size(Gtk.PaperSize.new("iso_a4"))
    operation.set_page_setup(setup)
    operation.connect("failed", lambda _, error: sys.exit(str(error)))
    operation.connect("finished", lambda *_: load_next())
    running.append(operation)
    operation.print_()


def on_load(_, event):
    if event == WebKit2.LoadEvent.FINISHED:
        view.call_async_javascript_function(
            "await document.fonts.ready", -1, None, None, None, None, print_page
        )


view.connect("load-changed", on_load)
load_next()
Gtk.main()
