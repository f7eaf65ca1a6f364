// What can be read on a page with everything open: its lines, and drawings that stand without a word.
() => {
  'use strict';
  const skipped = 'select,script,dt,.skip,.cites,#fuentes,.why .hint,.fine,svg,[hidden],.digits,.ext,.n';
  const inline = /^(inline|contents|ruby)/;
  const lines = [];
  let line = '';
  const close = () => { if (line.trim()) lines.push(line.replace(/\s+/g, ' ').trim()); line = ''; };
  const read = node => {
    if (node.nodeType === Node.TEXT_NODE) { line += node.data; return; }
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches(skipped)) return;
    if (getComputedStyle(node).display === 'none') return;
    const isBlock = !inline.test(getComputedStyle(node).display);
    if (isBlock) close();
    node.childNodes.forEach(read);
    if (isBlock) close();
  };
  read(document.querySelector('main'));
  close();
  const alone = [...document.querySelectorAll('svg.ico')]
    .filter(icon => !(icon.closest('a,button') || icon.parentElement).textContent.trim()).length;
  return {
    title: document.title, frame: document.body.className.split(' ')[0], lines, alone,
    all: document.body.innerText, address: location.href,
  };
}
