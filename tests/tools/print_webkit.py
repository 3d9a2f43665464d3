"""Prints pages with WebKitGTK, whose driver cannot: lines "address<tab>file.pdf" on standard input, one after another."""
import sys
import warnings

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gio, GLib, Gtk, WebKit2  # noqa: E402

warnings.simplefilter("ignore")  # what replaces run_javascript is newer than Debian 12

# Neither reads nor leaves anything on the machine.
view = WebKit2.WebView.new_with_context(WebKit2.WebContext.new_ephemeral())
window = Gtk.OffscreenWindow(default_width=720, default_height=900)
window.add(view)
window.show_all()
waiting = [line.rstrip("\n").split("\t") for line in sys.stdin]


failed = 0


def stop(problem):
    global failed
    failed = 1
    print(problem, f"{len(waiting)} pages were left", sep="; ", file=sys.stderr)
    Gtk.main_quit()


def next_page(*_):
    if not waiting:
        Gtk.main_quit()
        return
    view.load_uri(waiting[0][0])


def ask(*_):
    view.run_javascript("document.title = performance.getEntriesByName('kk:settled').length ? 'settled' : ''", None, asked)
    return False


def asked(_, result):
    view.run_javascript_finish(result)
    if view.get_title() == "settled":
        print_page()
    else:
        GLib.timeout_add(50, ask)


def print_page():
    settings = Gtk.PrintSettings()
    settings.set_printer("Print to File")
    settings.set("output-uri", Gio.File.new_for_path(waiting.pop(0)[1]).get_uri())
    settings.set("output-file-format", "pdf")
    sheet = Gtk.PageSetup()
    sheet.set_paper_size(Gtk.PaperSize.new("iso_a4"))
    # WebKit does not know the margins of @page; these are the same.
    sheet.set_top_margin(12, Gtk.Unit.MM)
    sheet.set_bottom_margin(13, Gtk.Unit.MM)
    sheet.set_left_margin(16, Gtk.Unit.MM)
    sheet.set_right_margin(16, Gtk.Unit.MM)
    operation = WebKit2.PrintOperation.new(view)
    operation.set_print_settings(settings)
    operation.set_page_setup(sheet)
    operation.connect("finished", next_page)
    operation.connect("failed", lambda _, error: stop(error.message))
    operation.print_()


view.connect("load-changed", lambda _, event: event == WebKit2.LoadEvent.FINISHED and ask())
view.connect("load-failed", lambda _, event, address, error: stop(f"{address}: {error.message}"))
GLib.timeout_add_seconds(300, stop, "five minutes without an end")
next_page()
Gtk.main()
sys.exit(failed)
