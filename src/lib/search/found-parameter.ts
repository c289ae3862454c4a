/** Name of the address's parameter that carries the words to mark on the page. */
export const foundParameter = 'found';
