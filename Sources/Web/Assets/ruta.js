// Ruta works without this file. With it: the theme switch, a way out that leaves no trace in the list of pages,
// an id that the phone draws itself, answers that survive going back and a failing network, the nearest districts.
(function () {
'use strict';
var root = document.documentElement, first = location.href;
function all(selector, under) { return [].slice.call((under || document).querySelectorAll(selector)); }
function on(target, name, act) { target.addEventListener(name, act); }

// Theme. The choice stays on the phone and says nothing about anybody.
var store = null;
try { store = window.localStorage; if (store.theme) root.dataset.theme = store.theme; } catch (refused) { store = null; }
function isNight() {
  return root.dataset.theme ? root.dataset.theme === 'night' : matchMedia('(prefers-color-scheme:dark)').matches;
}
function themeWord(button) {
  button.lastElementChild.textContent = isNight() ? button.dataset.day : button.dataset.night;
}

// The way out. The page goes blank first; the entries of this journey are replaced by the neutral page, and
// the neutral page then cuts off what lies ahead of it.
var depth = 0, leaving = null;
function leave(address) {
  document.title = ' ';
  document.body.textContent = '';
  leaving = address;
  try { sessionStorage.setItem('cut', '1'); } catch (refused) { /* the forward entries then stay */ }
  if (depth > 0) history.go(-depth); else location.replace(address);
}
function cut() {
  try {
    if (!sessionStorage.getItem('cut')) return;
    sessionStorage.removeItem('cut');
  } catch (refused) { return; }
  history.pushState(null, '');
}

// Keeps the app on the phone, so that the second visit needs no network.
if ('app' in root.dataset && navigator.serviceWorker) navigator.serviceWorker.register('/sw.js').then(function () {
  return navigator.serviceWorker.ready;
}).then(function (kept) { kept.active.postMessage({ rest: document.documentElement.lang }); }).catch(function () {});

// Every answer that was touched, by the name of its field: what a page that is shown again is filled with.
var touched = {};
function remember(field) {
  if (!field.name) return;
  touched[field.name] = field.type === 'checkbox' && !field.checked ? null : field.value;
}
function refill(main) {
  all('input,select', main).forEach(function (field) {
    if (!(field.name in touched)) return;
    var value = touched[field.name];
    if (field.type === 'radio') field.checked = field.value === value;
    else if (field.type === 'checkbox') field.checked = value !== null;
    else field.value = value === null ? '' : value;
  });
}
function answersOf(form, button) {
  var body = new URLSearchParams(new FormData(form));
  Object.keys(touched).forEach(function (name) {
    if (touched[name] === null) body.delete(name); else body.set(name, touched[name]);
  });
  if (button && button.name) body.set(button.name, button.value);
  return body;
}

// Sending without leaving the page: one address, and every earlier page kept as it was.
var pages = [], here = 0, isSending = false;
function show(main, title) {
  document.querySelector('main').replaceWith(main);
  document.title = title;
  prepare(main);
  window.scrollTo(0, 0);
  main.focus({ preventScroll: true });
}
function send(form, button) {
  if (isSending) return;
  isSending = true;
  var word = button && button.dataset.wait, label = button && button.textContent;
  if (word) button.textContent = word;
  var request = new XMLHttpRequest();
  request.open('POST', form.getAttribute('action'));
  request.responseType = 'document';
  request.timeout = 30000;
  request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
  function done() {
    isSending = false;
    if (word) button.textContent = label;
  }
  request.onload = function () {
    done();
    var answer = request.response, main = answer && answer.querySelector('main');
    if (!main) return fail();
    pages[here] = { main: document.querySelector('main'), title: document.title };
    here += 1;
    depth = Math.max(depth, here);
    pages.length = here;
    history.pushState({ page: here }, '');
    var bar = document.querySelector('.bar'), newBar = answer.querySelector('.bar');
    if (bar && newBar) { bar.replaceWith(document.adoptNode(newBar)); prepare(document.querySelector('.bar')); }
    show(document.adoptNode(main), answer.title);
  };
  request.onerror = request.ontimeout = function () { done(); fail(); };
  request.send(answersOf(form, button));
}
function fail() {
  var note = document.querySelector('[data-offline]');
  if (!note) return;
  var main = document.querySelector('main');
  main.insertBefore(note, main.firstChild);
  note.hidden = false;
  window.scrollTo(0, 0);
}
on(window, 'popstate', function (event) {
  if (leaving) return location.replace(leaving);
  var wanted = event.state && event.state.page || 0;
  if (!pages[wanted]) { if (wanted !== here) location.reload(); return; }
  pages[here] = { main: document.querySelector('main'), title: document.title };
  depth -= here - wanted;
  here = wanted;
  show(pages[here].main, pages[here].title);
  refill(document.querySelector('main'));
});

// The nearest districts, worked out here; the position never leaves the phone.
function offerNear(box) {
  var select = document.getElementById('district'), note = box.querySelector('[data-near-note]');
  var list = document.createElement('div');
  if (!select || !navigator.geolocation) return;
  list.className = 'near3';
  box.appendChild(list);
  box.hidden = false;
  on(box.firstElementChild, 'click', function () {
    note.hidden = true;
    navigator.geolocation.getCurrentPosition(function (found) {
      list.textContent = '';
      nearest(select, found.coords).forEach(function (option) {
        var choice = document.createElement('button');
        choice.type = 'button';
        choice.className = 'quiet';
        choice.textContent = option.textContent;
        on(choice, 'click', function () {
          select.value = option.value;
          remember(select);
          list.textContent = '';
          select.focus();
        });
        list.appendChild(choice);
      });
    }, function () { note.hidden = false; }, { timeout: 8000, maximumAge: 300000 });
  });
}
function nearest(select, place) {
  var width = Math.cos(place.latitude * Math.PI / 180);
  function far(option) {
    var at = option.dataset.at.split(',');
    return Math.hypot(at[0] - place.latitude, (at[1] - place.longitude) * width);
  }
  return all('option[data-at]', select).sort(function (a, b) { return far(a) - far(b); }).slice(0, 3);
}

function freshId() {
  return [].map.call(crypto.getRandomValues(new Uint8Array(16)), function (byte) {
    return (byte + 256).toString(16).slice(1);
  }).join('');
}

function prepare(part) {
  all('[data-theme-switch]', part).forEach(function (button) {
    button.hidden = false;
    themeWord(button);
    if (button.dataset.ready) return;
    button.dataset.ready = '1';
    on(button, 'click', function () {
      root.dataset.theme = isNight() ? 'day' : 'night';
      if (store) store.theme = root.dataset.theme;
      themeWord(button);
    });
  });
  all('[data-exit]', part).forEach(function (link) {
    link.onclick = function (event) { event.preventDefault(); leave(link.href); };
  });
  all('[data-fresh]', part).forEach(function (field) {
    field.value = freshId();
    field.removeAttribute('data-fresh');
  });
  all('[data-near]', part).forEach(function (box) { if (box.hidden) offerNear(box); });
}

on(document, 'change', function (event) {
  var field = event.target;
  remember(field);
  if (field.dataset.now === undefined || !field.form) return;
  var around = field, button = null;
  while (!button && around !== field.form) {
    around = around.parentElement;
    button = around.querySelector('button[name=to]');
  }
  if (button) send(field.form, button);
});
on(document, 'click', function (event) {
  var button = event.target.closest && event.target.closest('button[name=to]');
  if (!button || !button.form || !document.body.classList.contains('street')) return;
  event.preventDefault();
  send(button.form, button);
});
if (document.body.classList.contains('plain')) cut();
else if (document.body.classList.contains('street')) history.replaceState({ page: 0 }, '');
prepare(document);
})();
