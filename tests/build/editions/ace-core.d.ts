/** The part of Ace's API that the tests use; the package has no types. */
declare module '@daisy/ace-core' {
  /** The browser interface that Ace requires. */
  export interface AxeRunner {
    concurrency: number;
    launch(): Promise<void>;
    close(): Promise<void>;
    /** Opens a document of the book, runs Ace's scripts in it, and returns their results. */
    run(url: string, scripts: string[], contents: string[]): Promise<unknown>;
  }

  export interface Assertion {
    'earl:testSubject': { url: string };
    assertions: { 'earl:test': { 'dct:title': string }; 'earl:result': { html?: string } }[];
  }

  /** Checks a book; returns the job's number and the report, which it also writes to `outdir`. */
  export default function ace(
    epub: string,
    options: { cwd: string; outdir: string; silent: boolean; initLogger: boolean },
    runner: AxeRunner,
  ): Promise<[string, { assertions: Assertion[] }]>;
}
