"""What a screen reader says of a page: the accessibility tree of Chromium, read in its order."""

import re

SPOKEN = {"heading", "link", "button", "textbox", "searchbox", "radio", "checkbox", "combobox", "group", "radiogroup", "alert",
          "status", "navigation", "main", "banner", "contentinfo", "search", "table", "DisclosureTriangle", "region"}
CONTROLS = {"link", "button", "textbox", "searchbox", "radio", "checkbox", "combobox", "DisclosureTriangle"}
CHANGING = ((r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b", "<code>"), (r"\b\d\d/\d\d/\d{4}\b", "<day>"), (r"\b\d\d:\d\d\b", "<hour>"))


def tree(page):
    """The nodes that are said, in order: role, name, level of a heading, and whether something is marked or open."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    by_id = {node["nodeId"]: node for node in nodes}
    said, waiting = [], [nodes[0]["nodeId"]]
    while waiting:
        node = by_id.get(waiting.pop(0))
        if node is None:
            continue
        waiting = list(node.get("childIds", [])) + waiting
        role = role_of(node)
        if not node.get("ignored") and role in SPOKEN:
            said.append((role, node.get("name", {}).get("value", "").strip(), properties(node)))
    # Round a part that can be opened there is a group, which nobody names and no reader says.
    after = [role for role, _, _ in said[1:]] + [""]
    return [one for one, following in zip(said, after) if one[:2] != ("group", "") or following != "DisclosureTriangle"]


def role_of(node):
    return node.get("role", {}).get("value", "")


def properties(node):
    return {one["name"]: one["value"].get("value") for one in node.get("properties", [])}


def lines(page):
    """One line a node; what differs from visit to visit is named instead of said."""
    spoken = []
    for role, name, has in tree(page):
        for pattern, word in CHANGING:
            name = re.sub(pattern, word, name)
        marks = [f"level {has['level']}"] if role == "heading" else []
        marks += [word for word in ("checked", "expanded", "required", "invalid") if has.get(word) in (True, "true")]
        spoken.append(" ".join([role, f'"{name}"', *marks]))
    return spoken


def faults(page):
    """What would leave somebody lost who only hears the page."""
    said = tree(page)
    for role, name, _ in said:
        if role in CONTROLS and not name:
            yield f"expected a name for every {role}, found one without"
        if role in ("group", "radiogroup", "table") and not name:
            yield f"expected a name for every {role}, found one without"
    ways = [name for role, name, _ in said if role == "navigation"]
    if len(ways) > 1 and not all(ways):
        yield "expected names that tell one navigation from the other, found one without"
    for role in ("main", "banner", "contentinfo"):
        count = sum(1 for said_role, _, _ in said if said_role == role)
        if count > 1 or role == "main" and count != 1:
            yield f"expected one {role}, found {count}"
    levels = [int(has["level"]) for role, _, has in said if role == "heading"]
    if levels.count(1) != 1:
        yield f"expected one heading of level 1, found {levels.count(1)}"
    for above, below in zip(levels, levels[1:]):
        if below > above + 1:
            yield f"expected no jump between headings, found level {below} under {above}"
