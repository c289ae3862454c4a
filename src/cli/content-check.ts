import { findFactMistakes } from '../content-model/build/read-facts.ts';
import { formatProblem, summariseProblems, type Problem } from '../content-model/model/problem.ts';

// `npm run content:check`: what the build checks before it begins, and how we write, without building.
// With `-- --strict`, warnings count as mistakes.
const mistakes = await findFactMistakes();
if (mistakes.length > 0) tell(mistakes, []);
else await checkAll();

/** The checks count on the facts of the guide, and are loaded when those can be. */
async function checkAll(): Promise<void> {
  const { findProblems } = await import('../content-model/build/find-problems.ts');
  const { readContent, readSurroundings } = await import('../content-model/build/read-content.ts');
  const { findWarnings } = await import('../content-model/check/warn.ts');
  const { findHouseFaults } = await import('../content-model/house/find-faults.ts');
  const files = readContent();
  const { problems, site } = findProblems(files, readSurroundings());
  tell(problems, [...findWarnings(site, new Date()), ...findHouseFaults(site, files)]);
  if (problems.length === 0)
    console.log(`${String(files.length)} files of content, no mistake found.`);
}

function tell(problems: Problem[], warnings: Problem[]): void {
  for (const problem of problems) console.error(`${formatProblem(problem)}\n`);
  if (problems.length > 0) console.error(summariseProblems(problems));
  else for (const warning of warnings) console.warn(`Warning: ${formatProblem(warning)}\n`);
  const isStrict = process.argv.includes('--strict');
  process.exitCode = problems.length > 0 || (isStrict && warnings.length > 0) ? 1 : 0;
}
