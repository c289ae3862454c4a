/** The part of text-readability that the site uses; the package brings no types. */
declare module 'text-readability' {
  const readability: {
    /** School grade after Flesch and Kincaid: the lower, the plainer. */
    fleschKincaidGrade(text: string): number;
  };
  export default readability;
}
