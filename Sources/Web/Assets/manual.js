// Searches the manual on the page itself, so that it also works without a network: what has not every word is hidden.
(function () {
'use strict';
var form = document.querySelector('[data-manual-search]'), said = document.querySelector('[data-found]');
if (!form || !said || !String.prototype.normalize) return;
var field = form.querySelector('input'), kept = '';
var kinds = 'section.box>ul>li,section.box>ol>li,section.box>dl>div,section.box details,section.box>.flow';
function all(selector, under) { return [].slice.call((under || document).querySelectorAll(selector)); }
function folded(text) { return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase(); }

function show(typed) {
  var words = folded(typed).split(/[^a-z0-9ñ]+/).filter(Boolean), count = 0;
  all('[data-results]').forEach(function (box) { box.remove(); });
  all('.manual section.box').forEach(function (section) {
    var own = 0;
    all(kinds).filter(function (item) { return section.contains(item); }).forEach(function (item) {
      var text = folded(item.textContent), fits = words.every(function (word) { return text.indexOf(word) >= 0; });
      item.hidden = !fits;
      if (fits && !item.classList.contains('flow')) own += 1;
    });
    section.hidden = words.length > 0 && own === 0;
    count += own;
  });
  said.hidden = words.length === 0;
  said.textContent = form.dataset.word.replace('{count}', String(count));
}

form.addEventListener('submit', function (event) {
  event.preventDefault();
  kept = field.value;
  show(kept);
});
field.addEventListener('input', function () { if (!field.value && kept) { kept = ''; show(''); } });

// Without a network the kept page answers whatever was asked: it then looks itself.
var asked = /[?&]buscar=([^&]*)/.exec(location.search);
if (asked && !document.querySelector('[data-results]')) {
  try { field.value = decodeURIComponent(asked[1].replace(/\+/g, ' ')); } catch (broken) { return; }
  show(field.value);
}
}());
