// The phone page: one reads and writes as a simulated candidate, and makes the network misbehave.
import { ask, byId, clock, day, el, icon } from '/simulator/dom.js';
import { showMisbehaviour } from '/phone/misbehaviour.js';
import { brought, offerFiles } from '/phone/files.js';
import { addDelivery, showDeliveries } from '/phone/deliveries.js';

const api = '/simulator/whatsapp';
const phones = new Map();
let chosen = null;

const initials = (name) =>
  name.split(/\s+/).map((word) => word[0]).filter(Boolean).slice(0, 2).join('').toUpperCase();

function span(seconds) {
  const minutes = Math.max(0, Math.round(seconds / 60));
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function showPeople() {
  byId('people').replaceChildren(
    ...[...phones.values()].map((phone) => {
      const last = phone.lines.at(-1);
      const unseen = phone.number === chosen ? 0 : phone.unseen;
      return el('button', {
        class: 'q-row', role: 'option', 'aria-selected': String(phone.number === chosen),
        onclick: () => choose(phone.number),
      },
      el('span', { class: 'av' }, el('span', {}, initials(phone.name))),
      el('div', {},
        el('div', { class: 'q-l1' }, el('span', { class: 'nm ell' }, phone.name),
          el('span', { class: 'wait' }, last ? (day(last.at) === 'Today' ? clock(last.at) : day(last.at)) : '')),
        el('div', { class: 'q-l2' }, el('span', { class: 'w ell' }, last ? last.text : 'nothing yet'),
          unseen ? el('span', { class: 'un', title: 'not read' }, String(unseen)) : null)));
    }));
}

function showCard(phone) {
  byId('card').hidden = false;
  byId('card-name').textContent = phone.name;
  byId('card-number').textContent = `+${phone.number}`;
  byId('card-clock').textContent = phone.behindSeconds === 0
    ? 'right' : `${span(phone.behindSeconds)} behind, until you write`;
  const left = phone.windowOpen ? (new Date(phone.windowUntil) - Date.now()) / 1000 : 0;
  byId('card-window').textContent = phone.windowOpen ? `${span(left)} ·` : 'closed';
  byId('close-window').hidden = !phone.windowOpen;
}

const TICKS = { waiting: ['clock', 'Waiting'], sent: ['check', 'Sent'], delivered: ['checks', 'Delivered'], read: ['checks', 'Read'] };

/** Nobody is at a definition's address of a form: the simulated provider takes its place. The token names the form. */
function address(link) {
  const token = link.match(/[\w-]{56,}\.[\w-]{43}/)?.[0];
  if (!token) return link;
  const head = 41; // version, candidate, journey and expiry
  return `/forms/${atob(token.split('.')[0].replaceAll('-', '+').replaceAll('_', '/')).slice(head)}?token=${token}`;
}

/** WhatsApp's own emphasis: *bold* and _italic_. */
function emphasised(text) {
  return text.split(/(https?:\/\/\S+|\*[^*\n]+\*|_[^_\n]+_)/).map((part) => {
    if (/^https?:/.test(part)) return el('a', { href: address(part), target: '_blank', rel: 'noopener' }, part);
    if (/^\*.+\*$/.test(part)) return el('b', {}, part.slice(1, -1));
    return /^_.+_$/.test(part) ? el('i', {}, part.slice(1, -1)) : part;
  });
}

function bubble(phone, line) {
  const mine = line.fromCandidate;
  const [shape, word] = TICKS[line.tick];
  const meta = el('span', { class: 'meta' }, clock(line.at),
    mine ? el('span', { class: `tick ${line.tick}`, title: word }, icon(shape), el('span', { class: 'sr' }, word)) : null);
  const quote = line.quote
    ? el('span', { class: 'quote' }, el('b', {}, byId('business').textContent), line.quote.replaceAll(/\*([^*\n]+)\*/g, '$1')) : null;
  return el('div', { class: mine ? 'msg out me' : 'msg in', 'data-wamid': line.wamid },
    el('div', { class: 'bub' }, quote, brought(line), el('span', { class: 'text' }, ...emphasised(line.text)), meta),
    line.choices.length ? choices(phone, line) : null,
    line.note ? el('div', { class: 'under' }, el('span', { class: 't-unc semi' }, line.note)) : null);
}

function choices(phone, line) {
  return el('div', { class: 'qr', role: 'group', 'aria-label': line.listLabel ?? 'Choices' },
    line.listLabel ? el('div', { class: 'of' }, line.listLabel) : null,
    ...line.choices.map((choice) => el('button', {
      class: choice.id === line.chosen ? 'chosen' : '', disabled: line.chosen != null,
      onclick: () => ask('POST', `${api}/phones/${phone.number}/taps`, { wamid: line.wamid, choice: choice.id }),
    }, choice.title, choice.description ? el('small', {}, choice.description) : null)));
}

function showTalk(phone) {
  const rows = [];
  let last = null;
  for (const line of phone.lines) {
    const of = day(line.at);
    if (of !== last) {
      rows.push(el('div', { class: 'rule' }, of));
      last = of;
    }
    rows.push(bubble(phone, line));
  }
  if (phone.lines.length === 0) {
    rows.push(el('p', { class: 'nobody' }, `Write as ${phone.name} to begin a journey.`));
  }
  if (phone.typingUntil && new Date(phone.typingUntil) > new Date()) {
    rows.push(el('div', { class: 'msg in typing', 'aria-label': 'typing' }, el('div', { class: 'bub' }, el('i'), el('i'), el('i'))));
  }
  const talk = byId('talk');
  talk.replaceChildren(...rows);
  talk.scrollTop = talk.scrollHeight;
}

function show() {
  showPeople();
  const phone = phones.get(chosen);
  byId('text').disabled = !phone;
  byId('attach').disabled = !phone;
  document.querySelector('.send').disabled = !phone;
  if (!phone) {
    byId('talk').replaceChildren(el('p', { class: 'nobody' }, phones.size
      ? 'Choose a candidate to write as.' : 'There is nobody yet. Add a candidate with + to begin.'));
    return;
  }
  byId('text').setAttribute('aria-label', `Message as ${phone.name}`);
  showCard(phone);
  showTalk(phone);
}

function look() {
  const phone = phones.get(chosen);
  const unread = phone?.lines.some((line) => !line.fromCandidate && line.tick !== 'read');
  if (unread && document.visibilityState === 'visible') {
    ask('POST', `${api}/phones/${chosen}/looks`);
  }
}

function choose(number) {
  chosen = number;
  show();
  look();
  byId('text').focus();
}

function heard(phone) {
  phones.set(phone.number, phone);
  show();
  if (phone.number === chosen) look();
}

async function load() {
  const all = await ask('GET', api);
  byId('business').textContent = all.business;
  phones.clear();
  all.phones.forEach((phone) => phones.set(phone.number, phone));
  showMisbehaviour(all.misbehaviour);
  showDeliveries(all.deliveries);
  show();
}

function listen() {
  const events = new EventSource(`${api}/events`);
  const live = byId('live');
  events.onopen = () => {
    live.className = 'live';
    live.textContent = 'Connected';
    load();
  };
  events.onerror = () => {
    live.className = 'live off';
    live.textContent = 'Away, trying again';
  };
  events.addEventListener('phone', (event) => heard(JSON.parse(event.data)));
  events.addEventListener('misbehaviour', (event) => showMisbehaviour(JSON.parse(event.data)));
  events.addEventListener('delivery', (event) => addDelivery(JSON.parse(event.data)));
}

byId('writing').addEventListener('submit', async (event) => {
  event.preventDefault();
  const text = byId('text').value;
  if (!chosen || !text.trim()) return;
  byId('text').value = '';
  await ask('POST', `${api}/phones/${chosen}/messages`, { text });
});

byId('close-window').addEventListener('click', () => ask('POST', `${api}/phones/${chosen}/window/close`));

byId('new').addEventListener('click', () => {
  byId('new-wrong').textContent = '';
  byId('newcomer').showModal();
});
byId('new-cancel').addEventListener('click', () => byId('newcomer').close());
byId('newcomer').querySelector('form').addEventListener('submit', async (event) => {
  event.preventDefault();
  try {
    const phone = await ask('POST', `${api}/phones`, { name: byId('new-name').value, number: byId('new-number').value });
    event.target.reset();
    byId('newcomer').close();
    phones.set(phone.number, phone);
    choose(phone.number);
  } catch (error) {
    byId('new-wrong').textContent = error.message;
  }
});

document.addEventListener('visibilitychange', look);
document.addEventListener('keydown', (event) => {
  if (event.altKey && event.key >= '1' && event.key <= '9') {
    const number = [...phones.keys()][Number(event.key) - 1];
    if (number) {
      event.preventDefault();
      choose(number);
    }
  }
});

offerFiles(() => chosen);
setInterval(() => { byId('time').textContent = clock(Date.now()); }, 1000);
// A window runs down and typing ends without anybody telling us.
setInterval(() => { if (phones.has(chosen)) { showCard(phones.get(chosen)); } }, 20_000);
byId('time').textContent = clock(Date.now());
show();
listen();
