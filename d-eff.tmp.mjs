import { chromium } from '@playwright/test';
import http from 'node:http';import fs from 'node:fs';import path from 'node:path';
const root='/tmp/d-base';const types={html:'text/html',css:'text/css',js:'text/javascript',svg:'image/svg+xml',json:'application/json',woff2:'font/woff2'};
const srv=http.createServer((q,r)=>{let p=decodeURIComponent(new URL(q.url,'http://x').pathname);if(p.endsWith('/'))p+='index.html';const f=path.join(root,p);if(!fs.existsSync(f)||fs.statSync(f).isDirectory()){r.writeHead(404).end();return}r.writeHead(200,{'content-type':types[f.split('.').pop()]??'application/octet-stream'});r.end(fs.readFileSync(f))}).listen(0);
const base='http://127.0.0.1:'+srv.address().port;
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu']});
const pages=fs.readdirSync(root,{recursive:true}).filter(f=>f.endsWith('index.html')).map(f=>'/'+f.replace(/index\.html$/,''));
const pick=pages.filter(p=>!p.startsWith('/quiz/worksheet/')).concat('/404.html',pages.find(p=>p.startsWith('/quiz/worksheet/')));
const eff=new Map();
const ctx=await b.newContext({serviceWorkers:'block'});const page=await ctx.newPage();
for(const p of pick){for(const [w,media] of [[360,'screen'],[768,'screen'],[1440,'screen'],[800,'print']]){
 await page.setViewportSize({width:w,height:900});await page.emulateMedia({media});
 await page.goto(base+p,{waitUntil:'load'});
 const open=await page.evaluate(()=>{document.querySelectorAll('astro-island').forEach(e=>e.scrollIntoView());});
 await page.waitForTimeout(300);
 const res=await page.evaluate(()=>{document.querySelectorAll('details').forEach(d=>d.open=true);
  const out=[];
  const visit=(rules,cond)=>{for(const r of rules){
   if(r instanceof CSSMediaRule){if(matchMedia(r.conditionText).matches)visit(r.cssRules,cond+'@'+r.conditionText);continue}
   if(r instanceof CSSSupportsRule){if(CSS.supports(r.conditionText))visit(r.cssRules,cond+'@supports '+r.conditionText);continue}
   if(r.cssRules&&!(r instanceof CSSStyleRule)){visit(r.cssRules,cond);continue}
   if(!(r instanceof CSSStyleRule))continue;
   // split selectors; group by pseudo-element
   const els=[];for(const s of r.selectorText.split(/,(?![^(]*\))/)){const m=/(::[\w-]+(\([^)]*\))?)$/.exec(s.trim());const pe=m?m[1]:null;const sel=m?s.trim().slice(0,-m[1].length)||'*':s.trim();let l=[];try{l=[...document.querySelectorAll(sel)].slice(0,40)}catch{}for(const e of l)els.push([e,pe]);}
   if(!els.length)continue;
   for(const prop of [...r.style]){const val=r.style.getPropertyValue(prop),pri=r.style.getPropertyPriority(prop);
     const before=els.map(([e,pe])=>getComputedStyle(e,pe).getPropertyValue(prop));
     r.style.removeProperty(prop);
     const after=els.map(([e,pe])=>getComputedStyle(e,pe).getPropertyValue(prop));
     r.style.setProperty(prop,val,pri);
     out.push([cond+' '+r.selectorText,prop,val,before.some((x,i)=>x!==after[i])]);
   }}};
  for(const s of document.styleSheets){try{visit(s.cssRules,'')}catch{}}
  return out;});
 for(const [sel,prop,val,e] of res){const k=sel+' { '+prop;eff.set(k,{val,e:(eff.get(k)?.e??false)||e});}
}}
fs.writeFileSync('/tmp/d-css/ineffective.txt',[...eff].filter(([,v])=>!v.e).map(([k,v])=>k+': '+v.val).join('\n'));
console.log(eff.size,[...eff].filter(([,v])=>!v.e).length);
await b.close();srv.close();
