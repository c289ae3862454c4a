/** Stop words, which a query drops unless nothing else is left. */
const functionWords = new Set(
  `a al algo alguien alguna algunas alguno algunos ante aqui asi aun aunque bajo bien cada casi como
  con cosa cosas cual cuales cuando cuanto de debe debo deben del desde donde dos el ella ellas ellos
  en entonces entre era eran eres es esa esas ese eso esos esta estan estar estas este esto estos
  estoy fue ha hace hacer haces hago han hasta hay haya he ir la las le les lo los mas me mi mis mucha
  muchas mucho muchos muy nada ni no nos nosotros nuestra nuestro o os otra otras otro otros para pero
  poco por porque pues puede pueden puedo que quien quienes se sea segun ser si sido sin sino siempre
  sobre solo son soy su sus suyo tal tambien tan tanto te tener tengo tiene tienen todo todos todas
  toda tras tu tus un una unas uno unos va vamos voy y ya yo quiero necesito
  significa significado definicion explica explicame dime`.split(/\s+/),
);

/** Words of a query that asks for a definition: "que significa …", "definicion de …". */
const definitionFrame = new Set(
  `a de del el la los las lo un una que cual es son se quiere decir significa significan significado
  significados definicion definiciones define definir concepto termino palabra explica explicame
  explicacion por en para sobre entiende llama llaman`.split(/\s+/),
);

/** Endings of gender, diminutives and the commonest verb forms; the first match is removed. */
const endings =
  `amiento imiento iendose andose acion icion iendo ieron abamo ariamo amo emo imo ador adora ando
  aban aron ada ado ida ido ita ito aba ian ara are era ere ira ire ar er ir an en ia io a e o`.split(
    /\s+/,
  );

/** Returns a rough stem: "dormido", "dormir" and "dormimos" give "dorm". */
function stem(word: string): string {
  const single = word
    .replace(/mente$/, '')
    .replace(/(?<=..[aeiou])s$|(?<=..[dlnrz])es$/, '')
    .replace(/c$/, 'z');
  const ending = endings.find((one) => single.length - one.length >= 3 && single.endsWith(one));
  return ending === undefined ? single : single.slice(0, -ending.length);
}

/** Returns the singular of a plural that Pagefind's stemmer does not recognise: "luz" of "luces". */
function singular(word: string): string | undefined {
  return word.endsWith('ces') ? word.replace(/ces$/, 'z') : undefined;
}

/** Spellings that sound alike and the code of each, applied in order. */
const sounds: [RegExp, string][] = [
  [/ch/g, 'x'],
  [/h/g, ''],
  [/ll/g, 'y'],
  [/qu(?=[ei])|k|c(?![eiy])/g, 'k'],
  [/gu(?=[ei])/g, 'g'],
  [/g(?=[ei])/g, 'j'],
  [/[cz]/g, 's'],
  [/[vw]/g, 'b'],
  [/m(?=[bp])/g, 'n'],
];

/** Returns a phonetic key: consonants by sound, doubled letters once, vowels after the first dropped. */
function soundKey(word: string): string {
  const spelt = sounds.reduce((text, [from, to]) => text.replace(from, to), word);
  const rest = spelt.slice(1).replace(/[aeiou]/g, '');
  return (spelt.slice(0, 1) + rest).replace(/(.)\1+/g, '$1');
}

/** The language rules of Spanish; without abbreviations and dictionary. */
export const spanish = { functionWords, definitionFrame, stem, otherSpelling: singular, soundKey };
