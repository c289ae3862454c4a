import { expect, test } from 'vitest';
import { languageOf } from '../../../src/features/search/model/words.ts';
import { spanish } from '../../../src/features/search/model/languages/spanish.ts';

test('a site has the rules of its language, whatever its country, or none', () => {
  expect(languageOf('en-GB').functionWords.has('the')).toBe(true);
  expect(languageOf('es-MX').functionWords.has('los')).toBe(true);
  const german = languageOf('de');
  expect(german.functionWords.size).toBe(0);
  expect([german.stem('kinder'), german.otherSpelling('kinder')]).toEqual(['kinder', undefined]);
});

test.each([
  ['despertar', 'despertares'],
  ['nino', 'ninas'],
  ['dormido', 'dormir'],
  ['siesta', 'siestas'],
  ['rapida', 'rapidamente'],
  ['habitacion', 'habitaciones'],
  ['descansando', 'descansamos'],
])('%s and %s are forms of one Spanish word', (one, other) => {
  expect(spanish.stem(one)).toBe(spanish.stem(other));
});

test.each(['sol', 'luz', 'mes', 'dia'])('the short word %s is its own stem', (word) => {
  expect(spanish.stem(word)).toBe(word);
});

test.each([
  ['vevida', 'bebida'],
  ['lluvia', 'yuvia'],
  ['ora', 'hora'],
  ['luses', 'luces'],
  ['kedar', 'quedar'],
  ['jente', 'gente'],
  ['insomnnio', 'insomnio'],
  ['tanpoco', 'tampoco'],
])('%s sounds like %s', (misspelt, word) => {
  expect(spanish.soundKey(misspelt)).toBe(spanish.soundKey(word));
});

test('a plural that Pagefind does not stem has its singular as the other spelling', () => {
  expect(spanish.otherSpelling('luces')).toBe('luz');
  expect(spanish.otherSpelling('siestas')).toBeUndefined();
});

test('forms of an English word in -ate have one stem', () => {
  const forms = ['relate', 'relates', 'related', 'relating', 'relation', 'relations'];
  expect([...new Set(forms.map(languageOf('en-GB').stem))]).toHaveLength(1);
});

test.each([
  ['broods', 'brood'],
  ['dawdles', 'dawdle'],
  ['bickered', 'bicker'],
  ['nagging', 'nag'],
  ['worries', 'worry'],
])('%s is known as a form of %s', (form, base) => {
  expect(languageOf('en-GB').baseForms(form)).toContain(base);
});

test('a misspelling is not a form of the correct word', () => {
  for (const misspelling of ['feelling', 'attatchment', 'boundries']) {
    const forms = languageOf('en-GB').baseForms(misspelling);
    expect(forms, misspelling).not.toEqual(expect.arrayContaining(['feel']));
    expect(forms, misspelling).not.toEqual(expect.arrayContaining(['attachment']));
    expect(forms, misspelling).not.toEqual(expect.arrayContaining(['boundary']));
  }
});
