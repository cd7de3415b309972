// The channel as Slack would show it: as much of Block Kit and mrkdwn as the desk uses.
import { ask, byId, clock, day, el } from '/simulator/dom.js';

/** *bold*, _italic_, `code`, <link|words> and <!date^…>, and quotes by line; everything else stays text. */
function mrkdwn(text) {
  return el('div', { class: 'text' }, ...text.split('\n').map((line) => {
    const quoted = line.match(/^(?:>|&gt;) ?(.*)$/);
    return quoted ? el('blockquote', { class: 'quote' }, ...inline(quoted[1])) : el('div', {}, ...inline(line));
  }));
}

function inline(text) {
  const parts = [];
  const pattern = /<!date\^(\d+)\^[^|>]*\|[^>]*>|<([^>|]+)\|([^>]+)>|<(https?:[^>]+)>|\*([^*\n]+)\*|_([^_\n]+)_|`([^`\n]+)`/g;
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const [all, date, link, words, bare, bold, italic, code] = match;
    parts.push(plain(text.slice(from, match.index)));
    if (date) parts.push(`${day(date * 1000)} ${clock(date * 1000)}`);
    else if (link ?? bare) parts.push(el('a', { href: link ?? bare }, plain(words ?? bare)));
    else if (bold) parts.push(el('b', {}, plain(bold)));
    else if (italic) parts.push(el('i', {}, plain(italic)));
    else parts.push(el('code', { class: 'mono' }, plain(code)));
    from = match.index + all.length;
  }
  parts.push(plain(text.slice(from)));
  return parts;
}

const plain = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const words = (text) => (text.type === 'mrkdwn' ? mrkdwn(text.text) : el('div', { class: 'text' }, text.text));

function block(of) {
  switch (of.type) {
    case 'header': return el('div', { class: 'header' }, of.text.text);
    case 'divider': return el('hr');
    case 'context': return el('div', { class: 'context' }, ...of.elements.filter((e) => e.text).map(words));
    case 'actions': return el('div', { class: 'actions' }, ...of.elements.map(action));
    case 'section': return el('div', {}, of.text ? words(of.text) : null,
      of.fields ? el('div', { class: 'fields' }, ...of.fields.map(words)) : null,
      of.accessory ? action(of.accessory) : null);
    default: return el('div', { class: 'context' }, `[${of.type}]`);
  }
}

function action(of) {
  const classes = `btn ${of.style === 'primary' ? 'primary' : ''}`;
  return of.url
    ? el('a', { class: classes, href: of.url, target: '_blank', rel: 'noopener' }, of.text.text)
    : el('button', { class: classes, disabled: true, title: 'Nothing listens to this button' }, of.text?.text ?? of.type);
}

function post(of) {
  return el('article', { class: 'post', 'data-ts': of.ts },
    el('span', { class: 'av' }, el('span', {}, 'Ta')),
    el('div', {},
      el('div', { class: 'head' }, el('b', {}, 'Talaria'), el('span', { class: 'badge plain' }, of.channel),
        el('span', { class: 'at' }, `${day(of.at)} ${clock(of.at)}${of.changed ? ' · edited' : ''}${of.threadTs ? ' · in a thread' : ''}`)),
      el('div', { class: 'blocks' }, ...(of.blocks ? of.blocks.map(block) : [mrkdwn(of.text)]))));
}

let shown = '';

async function load() {
  const all = await ask('GET', '/simulator/slack');
  const text = JSON.stringify(all);
  if (text === shown) return;
  shown = text;
  byId('posts').replaceChildren(...(all.posts.length
    ? all.posts.map(post)
    : [el('p', { class: 'nobody' }, 'No alert yet. One comes when a candidate is silent too long, or asks for a person.')]));
  byId('posts').scrollTop = byId('posts').scrollHeight;
  if (!document.activeElement?.closest('.sec')) {
    byId('drop').value = all.misbehaviour.dropAnswers;
    byId('many').value = all.misbehaviour.tooMany;
    byId('error').value = all.misbehaviour.error;
  }
}

const set = () => ask('PUT', '/simulator/slack/misbehaviour', {
  dropAnswers: Number(byId('drop').value), tooMany: Number(byId('many').value), error: byId('error').value,
});
['drop', 'many', 'error'].forEach((id) => byId(id).addEventListener('change', set));

load();
setInterval(load, 1500);
