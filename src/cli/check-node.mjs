// Runs before `npm start`, `build`, `dev` and `content:check`: says in one sentence when Node is too old, and
// then when the site's facts cannot be read.
// Plain JavaScript, since an old Node runs it. npm's scripts find the Node that the project brings
// for Linux and Windows; elsewhere they take the machine's.
const needed = [22, 18];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  console.error(
    `Secure Base needs Node ${needed.join('.')} or newer, and this is Node ${process.versions.node}. ` +
      'Fix: install Node 24 from https://nodejs.org (or run "nvm install 24"), then npm ci again.',
  );
  process.exitCode = 1;
} else {
  // A slip in src/site/site.ts or its messages would end the command with a stack trace.
  const { findFactMistakes } = await import('../content-model/build/read-facts.ts');
  const { formatProblem } = await import('../content-model/model/problem.ts');
  const mistakes = await findFactMistakes();
  for (const mistake of mistakes) console.error(`${formatProblem(mistake)}\n`);
  if (mistakes.length > 0) process.exitCode = 1;
}
