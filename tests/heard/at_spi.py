"""What assistive technology is told, one JSON line an event: {"focus": {...}} or {"live": "words of a live region"}."""
import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

STATES = {
    Atspi.StateType.CHECKED: "checked",
    Atspi.StateType.PRESSED: "pressed",
    Atspi.StateType.INVALID_ENTRY: "invalid",
    Atspi.StateType.EXPANDED: "open",
    Atspi.StateType.EXPANDABLE: "folds",
}
GROUPS = {"panel", "grouping", "form", "radio group"}


def tell(**what):
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def group_of(accessible):
    """The nearest group with a name: that and its description."""
    for _ in range(6):
        accessible = accessible.get_parent()
        if accessible is None:
            break
        if accessible.get_role_name() in GROUPS and accessible.get_name():
            return accessible.get_name(), accessible.get_description()
    return "", ""


def on_focus(event):
    if not event.detail1:
        return
    source = event.source
    try:
        time.sleep(0.15)  # a radio that is chosen by an arrow is checked a moment later
        source.clear_cache()
        states = source.get_state_set()
        attributes = source.get_attributes() or {}
        group, hint = group_of(source) if source.get_role_name() == "radio button" else ("", "")
        tell(focus={
            "role": source.get_role_name(),
            "name": source.get_name(),
            "description": source.get_description(),
            "states": [word for state, word in STATES.items() if states.contains(state)],
            "place": [int(attributes.get("posinset", 0)), int(attributes.get("setsize", 0))],
            "level": int(attributes.get("level", 0)),
            "group": group,
            "actions": [source.get_action_name(i) for i in range(source.get_n_actions())],
            "hint": hint,
        })
    except Exception as error:  # it went while it was looked at
        tell(gone=str(error))


def on_text(event):
    try:
        attributes = event.source.get_attributes() or {}
        if attributes.get("container-live", attributes.get("live")) == "polite":
            tell(live=str(event.any_data))
    except Exception as error:
        tell(gone=str(error))


listeners = []
for name, listener in {"object:state-changed:focused": on_focus, "object:text-changed:insert": on_text}.items():
    listeners.append(Atspi.EventListener.new(listener))
    listeners[-1].register(name)
tell(ready=True)
Atspi.event_main()
