import { formatProblem, summariseProblems } from '../lib/content/problem.ts';
import { findProblems } from '../integrations/content-checks.ts';
import { readContent } from '../integrations/read-content.ts';

// `npm run content:check`: what the build checks before it begins, without building.
const files = readContent();
const problems = findProblems(files);
for (const problem of problems) console.error(`${formatProblem(problem)}\n`);
if (problems.length > 0) console.error(summariseProblems(problems));
else console.log(`${String(files.length)} files of content, no mistake found.`);
process.exitCode = problems.length > 0 ? 1 : 0;
