import { t } from '../../lib/i18n/t.ts';
import { site as facts } from '../../site/site.ts';

/** The data of /.well-known/security.txt (RFC 9116). */
export interface SecurityContact {
  /** URI for reports, "mailto:…" or "https://…"; if undefined, the file says where else to look. */
  contact: string | undefined;
  /** The site's public URL, if known. */
  site: URL | undefined;
  /** Expiry date of the file. */
  expires: Date;
}

/**
 * Formats security.txt. RFC 9116 requires a Contact field; without a contact and a public URL there is none,
 * and a comment says so.
 */
export function formatSecurityTxt({ contact, site, expires }: SecurityContact): string {
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
