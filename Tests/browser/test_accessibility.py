"""axe on every page, by day and by night, with everything open: no violation."""

import views
from suite import Suite
from survey import each, once, violations

suite = Suite()


@suite.test("axe finds no violation of WCAG 2.2 A and AA, nor of AAA contrast, on any page")
def axe(home):
    return once((finding, where) for where, found in each(home, "violations") for finding in found)


def planted(sentence, expected, **change):
    @suite.plant(sentence, expected)
    def find(home):
        with home.visit(**change) as page:
            views.begin(page, home)
            return violations(page)


def without(part, instead=""):
    return lambda text: text.replace(part, instead)


planted("a page without a language", "html-has-lang", html=without(' lang="es-PE"'))
planted("a list of districts without a label", "select-name", html=without('<label for="district">', "<label>"))
planted("a page without a title", "document-title", html=without("<title>Ruta</title>"))
planted("letters of 5:1", "color-contrast-enhanced", css=".hint{color:#6f6f6f}")
planted("letters of 2:1", "color-contrast:", css=".hint{color:#bbb}")
planted("links too small to hit", "target-size", html=without(
    '<nav class="links"', '<p class="tiny"><a href="/a">a</a> <a href="/b">b</a> <a href="/c">c</a></p><nav class="links"'),
    css=".tiny{font-size:8px;line-height:8px}.tiny a{display:inline-block}")
