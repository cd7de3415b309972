// What a candidate sends besides words: files of this machine, and samples for who has none at hand.
import { ask, byId, el, icon } from '/simulator/dom.js';

const api = '/simulator/whatsapp';

const SAMPLES = [
  ['PHOTO', 'portrait', 'Photo: portrait'],
  ['PHOTO', 'profile', 'Photo: profile'],
  ['PHOTO', 'full-length', 'Photo: full length'],
  ['DOCUMENT', 'cv', 'Document: a CV (PDF)'],
  ['VOICE', 'voice', 'Voice note'],
  ['STICKER', 'sticker', 'Sticker'],
  ['PHOTO', 'program', 'A program that says it is a photo'],
];

async function upload(number, as, file) {
  const form = new FormData();
  form.append('as', as);
  form.append('file', file);
  const answer = await fetch(`${api}/phones/${number}/files`, { method: 'POST', body: form });
  if (!answer.ok) throw new Error(`The simulator answered ${answer.status}`);
}

function picker(number, as, accept, words, close) {
  const input = el('input', { type: 'file', accept, multiple: as === 'PHOTO', hidden: true,
    onchange: async () => {
      // One after the other: an album arrives as single messages, in its order.
      for (const file of input.files) await upload(number(), as, file);
      close();
    } });
  return el('div', {}, input, el('button', { type: 'button', onclick: () => input.click() }, words));
}

/** Fills the menu behind the clip; number() is whose phone is in hand. */
export function offerFiles(number) {
  const menu = byId('files');
  const close = () => menu.hidePopover();
  menu.replaceChildren(
    picker(number, 'PHOTO', 'image/*', 'Photos of this machine…', close),
    picker(number, 'DOCUMENT', '', 'Document of this machine…', close),
    ...SAMPLES.map(([as, sample, words]) => el('button', { type: 'button', onclick: async () => {
      close();
      await ask('POST', `${api}/phones/${number()}/samples`, { as, sample });
    } }, words)));
}

/** How a message that brings a file is shown; null for words. */
export function brought(line) {
  if (!line.file) return null;
  const src = `${api}/files/${line.file}`;
  if (line.type === 'image') return el('img', { class: 'brought', src, alt: 'Photo that was sent' });
  const words = { document: 'Document', audio: 'Voice note', sticker: 'Sticker' }[line.type] ?? line.type;
  return el('a', { class: 'brought', href: src, target: '_blank' }, icon('clip'), words);
}
