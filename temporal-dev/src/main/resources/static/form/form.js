// A form behind a signed link. Which fields it has is the provider's business, not Talaria's.
import { byId, el } from '/simulator/dom.js';

const FORMS = {
  profile: {
    title: 'Your profile',
    fields: [
      { name: 'full_name', label: 'Full name' },
      { name: 'birth_date', label: 'Date of birth', type: 'date' },
      { name: 'height_cm', label: 'Height in cm', type: 'number' },
      { name: 'shoe_size', label: 'Shoe size', type: 'number' },
      { name: 'city', label: 'City' },
      { name: 'shifts', label: 'Preferred shift', choices: ['morning', 'afternoon', 'night'] },
      { name: 'travels', label: 'I can travel', type: 'checkbox' },
    ],
  },
  // Those of modelling-agency.
  details: {
    title: 'Your details',
    fields: [
      { name: 'height_cm', label: 'Height in cm', type: 'number' },
      { name: 'city', label: 'City' },
      { name: 'instagram', label: 'Instagram' },
    ],
  },
  shift_form: {
    title: 'Your shifts',
    fields: [
      { name: 'shift', label: 'Preferred shift', choices: ['morning', 'afternoon', 'night'] },
      { name: 'weekends', label: 'Weekends', choices: ['yes', 'no'] },
    ],
  },
};

const id = location.pathname.split('/').pop();
const token = new URLSearchParams(location.search).get('token') ?? '';
const form = FORMS[id] ?? { title: `Form “${id}”`, fields: null };

function field(of) {
  if (of.choices) {
    return el('label', {}, el('span', {}, of.label),
      el('select', { name: of.name }, ...of.choices.map((choice) => el('option', { value: choice }, choice))));
  }
  return el('label', {}, el('span', {}, of.label),
    el('input', { name: of.name, type: of.type ?? 'text', step: of.type === 'number' ? 'any' : null }));
}

/** A form that this page doesn't know: names and answers by hand. */
function free() {
  return el('div', { class: 'row' },
    el('input', { class: 'name', placeholder: 'field', 'aria-label': 'Field', pattern: '[A-Za-z0-9_]+' }),
    el('input', { class: 'value', placeholder: 'answer', 'aria-label': 'Answer' }));
}

function answers() {
  if (!form.fields) {
    return Object.fromEntries([...document.querySelectorAll('.row')]
      .map((row) => [row.querySelector('.name').value, row.querySelector('.value').value])
      .filter(([name]) => name));
  }
  const all = {};
  for (const of of form.fields) {
    const input = document.querySelector(`[name="${of.name}"]`);
    if (of.type === 'checkbox') all[of.name] = input.checked;
    else if (input.value !== '') all[of.name] = of.type === 'number' ? Number(input.value) : input.value;
  }
  return all;
}

async function handIn() {
  const answer = await fetch(`/simulator/forms/${id}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token, fields: answers(), forged: byId('forged').checked }),
  });
  const told = await answer.json().catch(() => ({}));
  return { status: answer.status, told };
}

byId('title').textContent = form.title;
document.title = `${form.title} · simulator · Talaria`;
byId('fields').replaceChildren(...(form.fields ? form.fields.map(field) : [free(), free(), free()]));

byId('form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const times = byId('twice').checked ? 2 : 1;
  const results = await Promise.all(Array.from({ length: times }, handIn));
  const { status, told } = results[0];
  const line = byId('answer');
  line.className = status === 202 ? '' : 'wrong';
  line.textContent = status === 202
    ? `Thank you. You can close this page.${told.late ? ' The link had expired: a person will look at it.' : ''}`
    : `${status}: ${told.detail ?? 'not taken'}`;
});
