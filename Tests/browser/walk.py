"""A guard's hand: it goes through the street pages and counts what it does."""

SMP = "150135"
POLICE, PROSECUTOR_ON_DUTY, PROSECUTOR_NORTH = "tel:105", "tel:080000205", "tel:+5116255555,,2424"
AMBULANCE, TRAFFICKING_LINE = "tel:106", "tel:1818"


class Hand:
    """Acts on a page; every tap and every choice from a list counts as one interaction."""

    def __init__(self, page, server):
        self.page, self.server, self.count = page, server, 0

    def begin(self):
        self.page.goto(self.server.address + "/")
        return self

    def tap(self, selector):
        self.count += 1
        self.page.locator(selector).first.click()

    def call(self, address):
        """Reaches a call with the thumb; the dialler itself is the phone's and would cover the browser."""
        self.count += 1
        self.page.locator(f'.calls > li > a.call[href="{address}"]').click(trial=True)

    def answer(self, name, value):
        self.tap(f'label.choice:has(input[name="{name}"][value="{value}"])')

    def district(self, ubigeo=SMP):
        self.count += 1
        self.page.select_option("select[name=district]", ubigeo)

    def go(self, step, times=1):
        """Asks for a step and waits until it is there."""
        self.count += 1
        self.page.locator(f"button[name=to][value={step}]").first.click(click_count=times)
        self.arrive(step)

    def arrive(self, step):
        self.page.wait_for_selector(f"input[name=from][value={step}]", state="attached")

    def calls(self):
        """The first number of each call, in order."""
        return hrefs(self.page, ".calls > li > a.call")

    def all_calls(self):
        return hrefs(self.page, "main a[href^='tel:']")

    def visible_calls(self):
        return [link.get_attribute("href") for link in self.page.locator("main a[href^='tel:']").all() if link.is_visible()]

    def code(self):
        return self.page.locator(".bigcode").inner_text()


def hrefs(page, selector):
    return [link.get_attribute("href") for link in page.locator(selector).all()]


def to_calls(page, server, district=SMP, **facts):
    hand = Hand(page, server).begin()
    for name, value in facts.items():
        hand.answer("fact." + name.replace("_", "-"), value)
    if district:
        hand.district(district)
    hand.go("calls")
    return hand


def to_seen(page, server):
    hand = to_calls(page, server)
    hand.go("seen")
    return hand


def to_sent(page, server):
    hand = to_seen(page, server)
    hand.go("sent")
    return hand
