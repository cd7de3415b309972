// The log of calls in both directions, newest first; p holds it still.
import { byId, clock, el, icon } from '/simulator/dom.js';

const SHOWN = 60;
let entries = [];
let paused = false;

function row(entry) {
  return el('li', { class: entry.tone },
    el('span', { class: 'quiet' }, clock(entry.at, true)),
    icon(entry.way, 'xs'),
    el('span', { class: 'ell', title: entry.what }, entry.what),
    el('span', { class: 'quiet' }, entry.outcome));
}

function show() {
  byId('log').replaceChildren(...entries.slice(0, SHOWN).map(row));
  const total = entries[0]?.number ?? 0;
  byId('count').textContent = total ? `last ${Math.min(SHOWN, entries.length)} of ${total}` : 'none yet';
}

export function showDeliveries(all) {
  entries = all;
  show();
}

export function addDelivery(entry) {
  entries = [entry, ...entries].slice(0, 200);
  if (!paused) show();
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'p' && !event.target.closest('input, select, dialog')) {
    paused = !paused;
    byId('pause').textContent = paused ? 'go on' : 'pause';
    if (!paused) show();
  }
});
