// The switches: each is one value of the simulator's Misbehaviour, off or with its amount.
import { ask, byId, el } from '/simulator/dom.js';

const CODES = [
  [131047, 'window closed'], [131026, 'not on WhatsApp'], [132015, 'template paused'],
  [131056, 'pair rate'], [130429, 'throughput'], [131049, 'engagement'], [131048, 'reported as spam'], [131016, 'service unavailable'],
  [131000, 'something went wrong'], [368, 'blocked for policy'], [190, 'token refused'],
];

const SWITCHES = [
  { key: 'duplicate', name: 'Duplicate webhooks', tells: 'Every delivery comes twice, the second 0–5 s later.' },
  { key: 'reorder', name: 'Reorder', tells: 'Statuses overtake each other, three in ten.' },
  { key: 'dropAnswers', name: 'Drop the answer after accepting', usual: 1, unit: 'next',
    tells: 'The message arrives, the caller sees a time-out: it must become uncertain.' },
  { key: 'throttle', name: 'Throttle', tells: '80 a second per number, 1 per 6 s per person; errors 130429 and 131056 beyond.' },
  { key: 'refuse', name: 'Refuse sends', usual: 131047, codes: CODES, tells: 'Every send is refused with the error you choose.' },
  { key: 'slowMillis', name: 'Slow answers', usual: 3000, unit: 'ms', tells: 'A send is accepted at once and answered late.' },
  { key: 'lateSeconds', name: 'Late statuses', usual: 180, unit: 's', tells: '“Sent”, “delivered” and “read” wait.' },
  { key: 'media', name: 'Trouble with files', usual: 'LOST', off: null, tells: 'What happens when Talaria fetches a photo or a document.',
    codes: [['LOST', 'WhatsApp has it no more'], ['SLOW', 'half of it, then nothing'], ['WRONG_HASH', 'not what was announced']] },
  { key: 'badSignature', name: 'Bad signature', tells: 'The webhook is signed with another secret.' },
  { key: 'away', name: 'Meta away', tells: '503 for every call.' },
];

let now = {};

const off = (of) => ('off' in of ? of.off : (of.usual ? 0 : false));

const set = (changes) => ask('PUT', '/simulator/whatsapp/misbehaviour', { ...now, ...changes });

function amount(of, value) {
  if (of.codes) {
    return el('select', { class: 'num', 'aria-label': 'Error', onchange: (e) => set({ [of.key]: typeof of.usual === 'number' ? Number(e.target.value) : e.target.value }) },
      ...of.codes.map(([code, word]) => el('option', { value: code, selected: code === value }, `${code} ${word}`)));
  }
  return el('input', { class: 'num', type: 'number', min: 1, value, 'aria-label': `${of.name}, ${of.unit}`,
    onchange: (e) => set({ [of.key]: Math.max(0, Number(e.target.value)) }) });
}

function row(of) {
  const value = now[of.key];
  const on = Boolean(value);
  const badge = on && of.usual ? [amount(of, value), of.unit ? el('span', { class: 'badge plain' }, of.unit) : null] : [];
  return el('li', { class: on ? 'on' : '' },
    el('div', { class: 'row-flex' }, el('b', {}, of.name), ...badge),
    el('button', { class: on ? 'sw on' : 'sw', role: 'switch', 'aria-checked': String(on), 'aria-label': of.name,
      onclick: () => set({ [of.key]: on ? off(of) : (of.usual ?? true) }) }),
    el('p', {}, of.tells));
}

export function showMisbehaviour(misbehaviour) {
  now = misbehaviour;
  const focused = document.activeElement?.getAttribute('aria-label');
  byId('switches').replaceChildren(...SWITCHES.map(row));
  const count = SWITCHES.filter((of) => now[of.key]).length;
  byId('on').hidden = count === 0;
  byId('on').textContent = `${count} on`;
  byId('switches').querySelector(`[aria-label="${focused}"]`)?.focus();
}

byId('all-off').addEventListener('click', () =>
  set(Object.fromEntries(SWITCHES.map((of) => [of.key, off(of)]))));
