import { findProblems, findWarnings } from '../content-model/build/find-problems.ts';
import { readContent, readSurroundings } from '../content-model/build/read-content.ts';
import { lintContent } from '../content-model/lint/lint-content.ts';
import { formatProblem, summariseProblems } from '../content-model/model/problem.ts';

// `npm run content:check`: runs the checks of the build and the style checks, without building. With
// `-- --strict`, warnings count as mistakes. The npm script runs check-node.mjs first.
const files = readContent();
const { problems, site } = findProblems(files, readSurroundings());
for (const problem of problems) console.error(`${formatProblem(problem)}\n`);
const warnings =
  problems.length > 0 ? [] : [...findWarnings(site, new Date()), ...lintContent(site, files)];
for (const warning of warnings) console.warn(`Warning: ${formatProblem(warning)}\n`);
if (problems.length > 0) console.error(summariseProblems(problems));
else console.log(`${String(files.length)} files of content, no mistake found.`);
const isStrict = process.argv.includes('--strict');
process.exitCode = problems.length > 0 || (isStrict && warnings.length > 0) ? 1 : 0;
