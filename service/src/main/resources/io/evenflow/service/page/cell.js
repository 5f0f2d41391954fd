// One value of a scenario as an input; the server says whether it fits.
import { at, choicesOf, hintOf, isSeries, kindOf, put, textOf, valueOf } from '/assets/fields.js';

let nextId = 0;

export const make = (name, attributes = {}, ...content) => {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...content);
  return made;
};

const boxOf = (field, attributes) => {
  const choices = choicesOf(field);
  if (choices) {
    return make('select', attributes, make('option', { value: '' }, 'default'), ...choices.map((each) => make('option', {}, each)));
  }
  const kind = kindOf(field);
  const isText = kind.type === 'string' || kind.items?.type === 'string';
  const looks = isSeries(field) || kind.type === 'array' ? 'series' : isText ? 'word' : 'figure';
  return make('input', { ...attributes, class: looks, autocomplete: 'off', spellcheck: 'false' });
};

// Says what is wrong with the value of an input, where it is drawn at the moment; null for nothing.
export const mark = (key, sentence) => {
  const box = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!box) {
    return;
  }
  const wrong = box.parentElement.querySelector('.wrong');
  wrong.textContent = sentence ?? '';
  if (sentence === null) {
    box.removeAttribute('aria-invalid');
    box.removeAttribute('aria-describedby');
  } else {
    box.setAttribute('aria-invalid', 'true');
    box.setAttribute('aria-describedby', wrong.id);
  }
};

// `whole` is where the object stands in the scenario, the column's path is within that.
export const input = (scenario, whole, { path, field }, label) => {
  const key = [...whole, ...path].join('/');
  const box = boxOf(field, { 'aria-label': label, title: field.description ?? '', 'data-key': key });
  const hint = make('small', { class: 'hint' });
  const wrong = make('p', { class: 'wrong', id: `wrong-${nextId += 1}` });
  const value = () => at(scenario.get(), [...whole, ...path]);
  const explain = () => { hint.textContent = hintOf(scenario.get(), field, box.value); };
  box.value = textOf(value());
  explain();
  box.addEventListener('change', () => {
    explain();
    const text = box.value.trim();
    scenario.edit({
      key,
      text,
      isAsBefore: text === textOf(value()),
      apply: (copy) => put(copy, [...whole, ...path], valueOf(text, field)),
    });
  });
  return [box, hint, wrong];
};
