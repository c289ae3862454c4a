import { chromium } from '@playwright/test';
import { chromiumOptions } from './tests/browser.ts';
import { openDialog, searchInDialog } from './tests/bench/search/ours.ts';
import { readQueries } from './tests/bench/search/query-file.ts';
import { serve } from './tests/bench/serve.ts';
const b = await chromium.launch(chromiumOptions()); const s = await serve({ '/': 'dist' }, 'br');
const page = await b.newPage({ serviceWorkers: 'block' }); await page.goto(s.origin + '/about/'); await openDialog(page);
for (const f of process.argv.slice(2)) { let n=0,a=0,t=0; for (const q of readQueries(f)) { const r = await searchInDialog(page, q.query); const k = r.pages.findIndex((p) => q.accepted.includes(p)) + 1; n++; if (k===1) a++; if(k>0&&k<4) t++; if (k !== 1) console.log(k, '|', q.query, '|', q.accepted.join(','), '|', r.pages.slice(0, 4).join(' ')); } console.log(f,n,(100*a/n).toFixed(1),(100*t/n).toFixed(1)); }
await b.close(); s.close();
