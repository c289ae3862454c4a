import { readFileSync } from 'node:fs';
import { readDeclared } from './src/content-model/build/read-content.ts';
import { toPattern, findBets, wordsForBets } from './src/features/search/model/intent.ts';
const [{data}] = readDeclared('bets','src/content') as any;
const help = data.bets.filter((b:any)=>b.kind==='help').map((b:any)=>({isHelp:true,places:b.places,pattern:toPattern(b,data.parts),queries:b.queries}));
for (const f of process.argv.slice(2)) { const ls = readFileSync(f,'utf8').split('\n').filter((l)=>l&&!l.startsWith('#')).map((l)=>l.split('\t')[0]!);
 const want = !f.includes('near'); let n=0;
 for (const l of ls) { const hit = findBets(wordsForBets(l), help as any); if ((hit.length>0)===want) n++; else console.log('  ', l, want?'':'<- '+help.filter((h:any)=>findBets(wordsForBets(l),[h]).length).flatMap((h:any)=>h.queries.filter((q:any)=>toPattern({queries:[q]},data.parts).test(wordsForBets(l).join(' ')))).join(' || ').slice(0,160)); }
 console.log(f, n,'/',ls.length); }
