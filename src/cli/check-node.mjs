// Runs before `npm start`, `build`, `dev` and `content:check`: reports an outdated Node, or else mistakes in
// src/content/site.yaml. It is plain JavaScript, so that an old Node can run it. On Linux and Windows, npm
// scripts use the Node in node_modules, elsewhere the one installed on the machine.
const needed = [22, 18];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  console.error(
    `Secure Base needs Node ${needed.join('.')} or newer, and this is Node ${process.versions.node}. ` +
      'Fix: install Node 24 from https://nodejs.org (or run "nvm install 24"), then npm ci again.',
  );
  process.exitCode = 1;
} else {
  // Without this check, a mistake in src/content/site.yaml would end the command with a stack trace.
  const { findFactMistakes } = await import('../content-model/build/read-facts.ts');
  const { formatProblem } = await import('../content-model/model/problem.ts');
  const mistakes = findFactMistakes();
  for (const mistake of mistakes) console.error(`${formatProblem(mistake)}\n`);
  if (mistakes.length > 0) process.exitCode = 1;
}
