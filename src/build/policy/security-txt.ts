import { t } from '../../lib/i18n/t.ts';
import { site as facts } from '../../site/site.ts';

/**
 * Formats /.well-known/security.txt (RFC 9116), which requires a Contact field; without a contact and a public
 * URL there is none, and a comment says so.
 * @param contact URI for reports, "mailto:…" or "https://…".
 * @param site the site's public URL.
 * @param expires expiry date of the file.
 */
export function formatSecurityTxt(
  contact: string | undefined,
  site: URL | undefined,
  expires: Date,
) {
  const report = facts.links.report?.replace(/^\//, '');
  const about = site && report && new URL(report, withSlash(site)).href;
  const canonical = site && new URL('.well-known/security.txt', withSlash(site)).href;
  const lines = [
    `# ${t('security.howToReport')}`,
    ...(contact ? [`Contact: ${contact}`] : []),
    ...(about ? [`Contact: ${about}`] : []),
    ...(contact || about ? [] : [`# ${t('security.noContact')}`]),
    `Expires: ${expires.toISOString().replace('.000Z', 'Z')}`,
    `Preferred-Languages: ${facts.language.replace(/-.*/, '')}`,
    ...(canonical ? [`Canonical: ${canonical}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** Adds a trailing slash, so that relative URLs resolve below the path of the site. */
function withSlash(site: URL): URL {
  return new URL(site.href.endsWith('/') ? site.href : `${site.href}/`);
}
