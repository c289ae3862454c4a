import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

interface Step {
  uses?: string;
  run?: string;
}

interface Workflow {
  permissions: Record<string, string>;
  jobs: Record<string, { permissions?: Record<string, string>; steps: Step[] }>;
}

const folder = '.github/workflows';
const files = readdirSync(folder).map((name) => {
  const text = readFileSync(`${folder}/${name}`, 'utf8');
  return { name, text, workflow: parse(text) as Workflow };
});
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};

test.each(files)('$name pins every action to a commit and names its version', ({ text }) => {
  const uses = text.match(/uses: .*/g) ?? [];
  expect(uses.length).toBeGreaterThan(0);
  for (const line of uses)
    expect(line).toMatch(/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test.each(files)('$name may only read, but for the job that publishes', ({ workflow }) => {
  expect(workflow.permissions).toEqual({ contents: 'read' });
  for (const [job, { permissions }] of Object.entries(workflow.jobs)) {
    expect(permissions).toEqual(
      job === 'publish' ? { pages: 'write', 'id-token': 'write' } : undefined,
    );
  }
});

test.each(files)('$name runs scripts that there are', ({ workflow }) => {
  const runs = Object.values(workflow.jobs).flatMap(({ steps }) =>
    steps.flatMap((s) => s.run ?? []),
  );
  for (const run of runs) {
    const [, script] = /^npm run (\S+)/.exec(run) ?? [];
    if (script) expect(Object.keys(scripts)).toContain(script);
    else expect(['.ci/run', 'npm ci', 'npm audit']).toContain(run);
  }
});
