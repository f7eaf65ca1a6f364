// Gives the focus to everything that can have it, in turn, and tells what shows of it.
() => {
  'use strict';
  const name = element => `${element.tagName.toLowerCase()}${element.name ? '[' + element.name + ']' : ''} "${
    String(element.textContent || element.value || '').replace(/\s+/g, ' ').trim().slice(0, 40)}"`;
  const can = element => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true });
  const found = [];
  for (const element of document.querySelectorAll('a[href],button,input:not([type=hidden]),select,summary,[tabindex]')) {
    if (!can(element) || element === document.querySelector('main')) continue;
    element.focus();
    if (document.activeElement !== element) { found.push({ what: name(element), fault: 'cannot be reached' }); continue; }
    // A choice shows the focus of its hidden button on the label's face.
    const face = element.closest('.choice') ? element.nextElementSibling : element;
    // Of a link that goes on in the next line, its first line: the middle of all its lines may be another link.
    const box = [...face.getClientRects()].find(line => line.width > 1) || face.getBoundingClientRect();
    const style = getComputedStyle(face);
    const ring = parseFloat(style.outlineWidth), x = box.left + box.width / 2;
    // Of what is higher than the screen, the part that is on it.
    const y = box.height > innerHeight ? (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2 : box.top + box.height / 2;
    const hit = document.elementFromPoint(x, y);
    const clipped = [...(function* () { for (let at = element; at; at = at.parentElement) yield at; })()]
      .some(at => getComputedStyle(at).clip !== 'auto' && getComputedStyle(at).position === 'absolute');
    let fault = '';
    if (style.outlineStyle === 'none' || !(ring >= 2)) fault = 'shows no ring';
    else if (clipped || box.width <= 1 || box.height <= 1) fault = 'has the focus where nobody sees it';
    else if (y < 0 || y > innerHeight || x < 0 || x > innerWidth) fault = `lies outside the screen, at ${Math.round(x)}, ${Math.round(y)} of ${innerWidth} by ${innerHeight}`;
    else if (!hit || !(face.contains(hit) || hit.contains(face) || hit === element))
      fault = `lies under ${name(hit || document.body)}`;
    if (fault) found.push({ what: name(element), fault });
  }
  return found;
}
