/** Words that carry grammar, not topic. */
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

/** Words that frame a question for a meaning: "que significa …", "definicion de …". */
const definitionFrame = new Set(
  `a de del el la los las lo un una que cual es son se quiere decir significa significan significado
  significados definicion definiciones define definir concepto termino palabra explica explicame
  explicacion por en para sobre entiende llama llaman`.split(/\s+/),
);

/** Endings of gender, diminutives and the commonest verb forms, the longer ones first. */
const endings =
  `amiento imiento iendose andose acion icion iendo ieron abamo ariamo amo emo imo ador adora ando
  aban aron ada ado ida ido ita ito aba ian ara are era ere ira ire ar er ir an en ia io a e o`.split(
    /\s+/,
  );

/** The part that forms of a word share: "dormido", "dormir" and "dormimos" give "dorm". */
function stem(word: string): string {
  const single = word
    .replace(/mente$/, '')
    .replace(/(?<=..[aeiou])s$|(?<=..[dlnrz])es$/, '')
    .replace(/c$/, 'z');
  const ending = endings.find((one) => single.length - one.length >= 3 && single.endsWith(one));
  return ending === undefined ? single : single.slice(0, -ending.length);
}

/** The singular that Pagefind's stemmer does not know from its plural: "luces" of "luz". */
function singular(word: string): string | undefined {
  return word.endsWith('ces') ? word.replace(/ces$/, 'z') : undefined;
}

/** Spellings that sound alike, and the sign that stands for each. */
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

/** Consonants by sound, doubled letters once, vowels after the first letter dropped. */
function soundKey(word: string): string {
  const spelt = sounds.reduce((text, [from, to]) => text.replace(from, to), word);
  const rest = spelt.slice(1).replace(/[aeiou]/g, '');
  return (spelt.slice(0, 1) + rest).replace(/(.)\1+/g, '$1');
}

/** Spanish for search: what it does with words; it writes nothing out and has no dictionary. */
export const spanish = { functionWords, definitionFrame, stem, otherSpelling: singular, soundKey };
