/** The part of Ace's programming interface that the tests use; the package brings no types. */
declare module '@daisy/ace-core' {
  /** What Ace needs of a browser. */
  export interface AxeRunner {
    concurrency: number;
    launch(): Promise<void>;
    close(): Promise<void>;
    /** Opens a document of the book, adds Ace's scripts, and gives what they find. */
    run(url: string, scripts: string[], contents: string[]): Promise<unknown>;
  }

  export interface Assertion {
    'earl:testSubject': { url: string };
    assertions: { 'earl:test': { 'dct:title': string }; 'earl:result': { html?: string } }[];
  }

  /** Checks a book; gives the number of the job, and the report that it also writes to `outdir`. */
  export default function ace(
    epub: string,
    options: { cwd: string; outdir: string; silent: boolean; initLogger: boolean },
    runner: AxeRunner,
  ): Promise<[string, { assertions: Assertion[] }]>;
}
