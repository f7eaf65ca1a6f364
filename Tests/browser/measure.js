// Measures one page as it stands: returns plain values, judges nothing. Without colours it is quick.
withColours => {
  'use strict';
  const all = (selector, under = document) => [...under.querySelectorAll(selector)];
  const style = (element, pseudo) => getComputedStyle(element, pseudo);

  // Colours.
  const parse = text => {
    const found = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(text);
    if (!found) throw new Error('a colour that cannot be read: ' + text);
    return [+found[1], +found[2], +found[3], found[4] === undefined ? 1 : +found[4]];
  };
  const over = (top, under) => [0, 1, 2].map(i => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
  const ground = element => {
    if (!withColours) return null;
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(style(at).backgroundColor);
      if (colour[3] > 0) layers.push(colour);
      if (colour[3] === 1) break;
    }
    return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255, 1]);
  };
  const light = colour => {
    const [r, g, b] = colour.slice(0, 3).map(part => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [bright, dark] = [light(one), light(other)].sort((a, b) => b - a);
    return (bright + 0.05) / (dark + 0.05);
  };
  const faded = (colour, element) => {
    let opacity = 1;
    for (let at = element; at; at = at.parentElement) opacity *= +style(at).opacity;
    return [...colour.slice(0, 3), colour[3] * opacity];
  };
  const against = (colour, element, under) => !withColours ? null : contrast(over(faded(colour, element), under), under);

  // What can be seen.
  const shown = element => {
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    const box = element.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1 || box.right < 0) return false;
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      if (style(at).clip !== 'auto' && style(at).position === 'absolute') return false;
    }
    return true;
  };
  const name = element => {
    const text = String(element.textContent || element.value || '').replace(/\s+/g, ' ').trim().slice(0, 40);
    const kind = element.tagName.toLowerCase() + [...element.classList].map(part => '.' + part).join('');
    return `${kind} "${text}"`;
  };
  const place = element => {
    const box = element.getBoundingClientRect();
    return { x: box.left, y: box.top + scrollY, w: box.width, h: box.height };
  };

  // Texts.
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !shown(element) || element.closest('select,script')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect(), isDrawn = element.namespaceURI.endsWith('svg');
    texts.push({
      text: node.data.trim().slice(0, 40), size: parseFloat(style(element).fontSize),
      ratio: against(parse(isDrawn ? style(element).fill : style(element).color), element, ground(element)),
      isOnCall: !!element.closest('.call'), isOnCallMain: !!element.closest('.call b,.call .digits'),
      left: box.left, right: box.right, isDrawn,
      scrolls: !!element.closest('.scroll,nav'),
    });
  }
  for (const field of all('select,input[type=text]').filter(shown)) {
    texts.push({
      text: name(field), size: parseFloat(style(field).fontSize),
      ratio: against(parse(style(field).color), field, ground(field)), isOnCall: false,
      left: 0, right: 0, isDrawn: false, scrolls: false,
    });
  }

  // A count has its word beside it: the name of the figure or of the column.
  const named = element => {
    if (!/^\d+$/.test(element.innerText.trim())) return '';
    const figure = element.closest('.kpis > div'), cell = element.closest('td[data-label]');
    return figure ? figure.querySelector('dt').innerText : cell ? cell.dataset.label : '';
  };

  // Targets.
  const targets = all('a[href],button,select,summary,input[type=text],label.choice').filter(shown).map(element => {
    const bar = element.closest('.bar,.dock');
    return {
      what: name(element), kind: name(element).split(' ')[0], ...place(element), isCall: element.matches('a.call'),
      floats: bar && style(bar).position === 'sticky' ? bar.className : '',
      isInline: style(element).display === 'inline',
    };
  });

  // Edges: of controls by border or fill, and of every drawn sign.
  const edges = [];
  const borders = (computed) => ['Top', 'Right', 'Bottom', 'Left']
    .filter(side => parseFloat(computed[`border${side}Width`]) >= 1 && computed[`border${side}Style`] !== 'none')
    .map(side => parse(computed[`border${side}Color`])).filter(colour => colour[3] > 0);
  const best = (element, colours, under) => Math.max(0, ...colours.map(colour => against(colour, element, under)));
  if (withColours) {
    for (const element of all('button,.btn,select,input[type=text],.choice > span,a.call,.knot').filter(shown)) {
      const computed = style(element), under = ground(element.parentElement);
      edges.push({ what: name(element), ratio: best(element, [...borders(computed), parse(computed.backgroundColor)], under) });
    }
    for (const element of all('body *').filter(shown)) {
      for (const pseudo of ['::before', '::after']) {
        const computed = style(element, pseudo);
        if (computed.content === 'none' || computed.content === 'normal' || computed.display === 'none') continue;
        if (/^"[^"]*[^"\s][^"]*"$/.test(computed.content)) {
          texts.push({
            text: computed.content, size: parseFloat(computed.fontSize), isOnCall: false, left: 0, right: 0, isDrawn: false,
            scrolls: false, ratio: against(parse(computed.color), element, ground(element)),
          });
          continue;
        }
        const fill = parse(computed.backgroundColor);
        const colours = fill[3] > 0 && !parseFloat(computed.borderTopWidth) ? [fill] : [...borders(computed), fill];
        edges.push({ what: name(element) + pseudo, ratio: best(element, colours, ground(element)) });
      }
    }
    for (const part of all('svg path,svg rect,svg circle').filter(shown)) {
      const stroke = style(part).stroke;
      if (stroke === 'none') continue;
      const whole = part.closest('svg').parentElement;
      edges.push({ what: 'stroke of ' + name(whole), ratio: against(parse(stroke), part, ground(part)) });
    }
  }

  // Width.
  const width = document.documentElement.clientWidth;
  const isWide = element => element.getBoundingClientRect().right > width + 1;
  const wide = all('body *').filter(element => isWide(element) && shown(element) && !element.closest('.scroll,nav')
    && ![...element.children].some(child => isWide(child) && shown(child))).map(name).slice(0, 3);
  const cut = all('body *').filter(element => shown(element) && style(element).overflowX === 'hidden'
    && element.scrollWidth > element.clientWidth + 1).map(name);

  const dock = document.querySelector('.dock'), first = document.querySelector('a.call');
  const primary = dock && !dock.classList.contains('still') ? dock.querySelector('button') : first;
  return {
    frame: document.body.className.split(' ')[0], width, height: innerHeight, scrollWidth: document.documentElement.scrollWidth,
    length: document.documentElement.scrollHeight, wide, cut, texts, targets, edges,
    states: all('.state').filter(shown).map(element => `${element.innerText} ${named(element)}`.trim()),
    calls: all('main a.call').filter(shown).map(element => {
      const row = element.parentElement, inner = style(row), box = row.getBoundingClientRect();
      const room = box.width - parseFloat(inner.paddingLeft) - parseFloat(inner.paddingRight);
      const { w, h } = place(element);
      return { what: name(element), h, share: w / room, ofScreen: w / Math.min(width, 560) };
    }),
    primary: primary && shown(primary) ? { what: name(primary), middle: primary.getBoundingClientRect().top
      + primary.getBoundingClientRect().height / 2 } : null,
  };
}
