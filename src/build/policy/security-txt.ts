import { t } from '../../lib/i18n/t.ts';
import { site as facts } from '../../site/site.ts';

/** What /.well-known/security.txt tells (RFC 9116). */
export interface SecurityContact {
  /** Where to report, as "mailto:…" or "https://…"; without it the file says where to look instead. */
  contact: string | undefined;
  /** Address of the site, if it has one. */
  site: URL | undefined;
  /** Day from which the file is too old to trust. */
  expires: Date;
}

/**
 * The text of security.txt. A site that knows neither a contact nor its own address cannot have the
 * field RFC 9116 asks for, and says so rather than invent one.
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

/** An address below which others are found, such as that of a project on a shared host. */
function withSlash(site: URL): URL {
  return new URL(site.href.endsWith('/') ? site.href : `${site.href}/`);
}
