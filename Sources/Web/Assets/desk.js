// Staff pages work without this file. With it: clocks that run, a queue that follows what happens without taking
// the focus away, a tone with a visible twin, and keys for the acts of the control centre.
(function () {
'use strict';
function all(selector, under) { return [].slice.call((under || document).querySelectorAll(selector)); }
function one(selector, under) { return (under || document).querySelector(selector); }

// Clocks under one hour run by the second; the server says what the hour is.
var lag = 0;
function readLag() {
  var stage = one('[data-now]');
  if (stage) lag = Number(stage.dataset.now) - Date.now();
}
function two(number) { return number < 10 ? '0' + number : String(number); }
function tick() {
  all('[data-due]').forEach(function (clock) {
    var rest = Number(clock.dataset.due) - (Date.now() + lag), seconds = Math.floor(Math.abs(rest) / 1000);
    if (seconds >= 3600) return;
    clock.textContent = (rest < 0 ? '+' : '') + Math.floor(seconds / 60) + ':' + two(seconds % 60);
    // Only a clock that was seen running and runs out asks for the page: one that came overdue says nothing new.
    if (rest < 0 && clock.dataset.over === '0') refresh();
    clock.dataset.over = rest < 0 ? '1' : '0';
  });
}

// The queue follows the server: a tick says only that something changed, the page is then fetched again, once for all
// that changes within a second.
var stage = one('[data-live]'), isFetching = false, isWaiting = false, known = null;
function codes(list) { return all('[data-case]', list).map(function (row) { return row.dataset.case; }); }
function refresh() {
  if (!stage) return;
  if (isFetching) { isWaiting = true; return; }
  isFetching = true;
  fetch(location.href, { credentials: 'same-origin', cache: 'no-store' }).then(function (answer) {
    if (answer.redirected) { location.reload(); throw new Error('left'); }
    if (!answer.ok) throw new Error('refused');
    return answer.text();
  }).then(function (text) {
    replace(new DOMParser().parseFromString(text, 'text/html'));
    say(true);
  }).catch(function () { say(false); }).then(function () {
    setTimeout(function () {
      isFetching = false;
      if (isWaiting) { isWaiting = false; refresh(); }
    }, 1000);
  });
}
function isBusy(part) {
  var focused = document.activeElement;
  if (one('details[open] input:not([type=hidden]),details[open] select', part)) return true;
  return part.contains(focused) && Boolean(focused.closest('form'));
}
// The same thing in a part that was drawn anew: by its case, by its id, or by where it leads.
function twin(old, part) {
  var key = old.dataset.case || old.id, leads = old.getAttribute('href');
  if (key) return one('[data-case="' + key + '"]', part) || document.getElementById(key);
  return leads && all('a', part).filter(function (link) { return link.getAttribute('href') === leads; })[0];
}
function replace(page) {
  all('[data-part]').forEach(function (part) {
    var fresh = one('[data-part="' + part.dataset.part + '"]', page);
    if (!fresh || isBusy(part)) return;
    var focused = part.contains(document.activeElement) ? document.activeElement : null;
    var top = part.scrollTop;
    if (part.innerHTML === fresh.innerHTML) return;
    part.innerHTML = fresh.innerHTML;
    part.scrollTop = top;
    var again = focused && twin(focused, part);
    if (again) again.focus({ preventScroll: true });
  });
  var now = one('[data-now]', page), here = one('[data-now]');
  if (now && here) here.dataset.now = now.dataset.now;
  readLag();
  announce();
  tick();
}
// A new case stays marked until somebody goes to it, however often the list is drawn again meanwhile.
var unseen = [];
document.addEventListener('focusin', function (event) {
  var code = event.target.dataset.case;
  unseen = unseen.filter(function (other) { return other !== code; });
});
function announce() {
  var list = one('[data-part=queue]');
  if (!list) return;
  var found = codes(list);
  if (known) {
    var isNew = function (code) { return known.indexOf(code) < 0; };
    // Where another page follows, a case that goes lets the first one of that page in at the end: nothing new.
    var gone = known.filter(function (code) { return found.indexOf(code) < 0; }).length, end = found.length;
    while (one('nav', list) && gone-- > 0 && end && isNew(found[end - 1])) end -= 1;
    var fresh = found.slice(0, end).filter(isNew);
    unseen = unseen.concat(fresh);
    unseen.forEach(function (code) {
      var row = one('[data-case="' + code + '"]', list);
      if (!row) return;
      row.classList.add('fresh');
      if (fresh.indexOf(code) >= 0) sound(row.classList.contains('now'));
    });
    var note = one('[data-fresh-note]');
    if (note) {
      note.textContent = fresh.length ? note.dataset.word.replace('{count}', fresh.length) : note.textContent;
    }
  }
  known = found;
}
function say(isLive) {
  var note = one('[data-live-note]');
  if (note) note.hidden = isLive;
}

// One tone for a new case, two for danger; the row and the note are their visible twins.
var audio = null, isLoud = false;
try { isLoud = localStorage.tone === 'on'; } catch (refused) { isLoud = false; }
function beep(pitch, after) {
  var tone = audio.createOscillator(), gain = audio.createGain();
  tone.frequency.value = pitch;
  gain.gain.value = 0.2;
  tone.connect(gain);
  gain.connect(audio.destination);
  tone.start(audio.currentTime + after);
  tone.stop(audio.currentTime + after + 0.25);
}
function sound(isDanger) {
  if (!isLoud) return;
  try {
    audio = audio || new AudioContext();
    beep(isDanger ? 880 : 520, 0);
    if (isDanger) beep(880, 0.35);
  } catch (refused) { isLoud = false; }
}
// A switch is kept on the device; where that is refused it holds for this page only.
function keep(name, isOn) { try { localStorage[name] = isOn ? 'on' : 'off'; } catch (refused) { /* see above */ } }
function onOff(selector, isOn, change) {
  all(selector).forEach(function (button) {
    function word() {
      button.textContent = isOn() ? button.dataset.off : button.dataset.on;
      button.setAttribute('aria-pressed', String(isOn()));
    }
    button.hidden = false;
    word();
    button.addEventListener('click', function () { change(); word(); });
  });
}
onOff('[data-tone]', function () { return isLoud; }, function () {
  isLoud = !isLoud;
  keep('tone', isLoud);
  sound(false);
});

// Whoever speaks to the computer, or rests a hand on the keyboard, can switch the keys off.
var hasKeys = true;
try { hasKeys = localStorage.keys !== 'off'; } catch (refused) { hasKeys = true; }
function markKeys() { document.documentElement.dataset.keys = hasKeys ? 'on' : 'off'; }
markKeys();
all('[data-scripted]').forEach(function (part) { part.hidden = false; });
onOff('[data-keys-switch]', function () { return hasKeys; }, function () {
  hasKeys = !hasKeys;
  keep('keys', hasKeys);
  markKeys();
});

// Keys: an act has data-key; J and K walk through the queue; nothing while somebody types.
document.addEventListener('keydown', function (event) {
  if (!hasKeys || event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
  var at = event.target, isBox = /^(checkbox|radio)$/.test(at.type);
  if (/^(INPUT|SELECT|TEXTAREA)$/.test(at.tagName) && !isBox || at.isContentEditable) return;
  var key = event.key.toLowerCase(), rows = all('.rows .row');
  if (rows.length && (key === 'j' || key === 'k')) {
    var row = rows.indexOf(document.activeElement);
    rows[Math.max(0, Math.min(rows.length - 1, row + (key === 'j' ? 1 : -1)))].focus();
    return;
  }
  if (!/^[a-z]$/.test(key)) return;
  var act = one('[data-key="' + key + '"]');
  if (!act) return;
  event.preventDefault();
  if (act.tagName === 'DETAILS') {
    act.open = true;
    // Where nobody can be called now there is no number, and what lies in a sheet inside cannot be stood on.
    var inSight = all('input:not([type=hidden]),select,a', act).filter(function (part) { return part.closest('details') === act; });
    (inSight[0] || one('summary', act)).focus();
  } else act.click();
});

// A form is sent once however often its button is pressed.
document.addEventListener('submit', function (event) {
  var form = event.target;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = '1';
  setTimeout(function () { delete form.dataset.sent; }, 4000);
});

// What was opened is covered again after a while.
all('[data-cover]').forEach(function (shown) {
  setTimeout(function () { shown.textContent = '\u2022\u2022\u2022\u2022\u2022\u2022'; shown.className = 'mask'; },
    Number(shown.dataset.cover) * 1000);
});

// The number of a case is copied on wish; printing is a button.
document.addEventListener('click', function (event) {
  var button = event.target.closest && event.target.closest('[data-copy],[data-print]');
  if (!button) return;
  if (button.dataset.print !== undefined) { window.print(); return; }
  if (navigator.clipboard) navigator.clipboard.writeText(button.dataset.copy);
});
all('[data-print],[data-copy]').forEach(function (button) { button.hidden = false; });

// The secret of a one-time link stands behind the #, which no browser sends: it goes into the form, then away.
(function () {
  var field = one('[data-fragment]'), secret = location.hash.slice(1);
  if (!field || !secret) return;
  history.replaceState(null, '', location.pathname);
  field.value = secret;
  field.form.requestSubmit ? field.form.requestSubmit() : field.form.submit();
})();

// Being told on this computer: the browser asks its maker for an address, which goes into the form.
(function () {
  var box = one('[data-push]');
  if (!box) return;
  var part = one('[data-push-form]', box), form = one('form', part), field = one('[name=donde]', form);
  var note = one('[data-push-note]', box), folder = box.dataset.pushWorker.replace(/[^/]*$/, '');
  function tell(word) { note.textContent = note.dataset[word]; note.hidden = false; }
  if (!navigator.serviceWorker || !window.PushManager || !window.Notification) { tell('missing'); return; }
  part.hidden = false;
  function whenActive(kept) {
    var fresh = kept.installing || kept.waiting;
    if (kept.active || !fresh) return kept;
    return new Promise(function (done) {
      fresh.addEventListener('statechange', function () { if (fresh.state === 'activated') done(kept); });
    });
  }
  form.addEventListener('submit', function (event) {
    if (field.value) return;
    event.preventDefault();
    Notification.requestPermission().then(function (answer) {
      if (answer !== 'granted') { tell('denied'); return null; }
      return navigator.serviceWorker.register(box.dataset.pushWorker, { scope: folder }).then(whenActive)
        .then(function (kept) {
          return kept.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: box.dataset.push });
        }).then(function (made) { field.value = made.endpoint; form.submit(); });
    }).catch(function () { tell('failed'); });
  });
})();

readLag();
if (stage) {
  known = codes(one('[data-part=queue]') || document);
  var source = window.EventSource ? new EventSource(stage.dataset.live) : null;
  if (source) {
    source.addEventListener('cambio', refresh);
    source.onerror = function () { say(false); };
    // What happened before the line was open is on the page that is fetched now.
    source.onopen = refresh;
  }
  setInterval(refresh, 30000);
}
setInterval(tick, 1000);
})();
