/** Words that carry grammar, not topic; a query drops them unless nothing else is left. */
const functionWords = new Set(
  `a about all also am an and any are arent as at be because been before being both but by can cant
  could couldnt did didnt do does doesnt doing dont for from get gets getting go got had has hasnt
  have having he her here hers him his how i id if ill im in into is isnt it its ive just keep keeps
  like lot lots many may me might mine more most much must my need of on or our ours out own really
  shall she should shouldnt so some someone something such than that thats the their theirs
  them then there these they theyre this those to too up us very was wasnt way we were what whats
  when where which who whom whose why will with without wont would wouldnt you your youre yours
  definition define meaning mean means explain explained please tell`
    .split(/\s+/)
    .filter(Boolean),
);

/** Whether a word only carries grammar. */
export function isFunctionWord(word: string): boolean {
  return functionWords.has(word);
}
