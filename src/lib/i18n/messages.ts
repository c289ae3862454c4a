import en from '../../content/i18n/en.json' with { type: 'json' };
import { site } from '../../site/site.ts';
import type { MessageFile } from './message.ts';

/** All messages in the site's language; in English, as yet, those that its file lacks. */
export const messages: MessageFile = { ...en, ...site.messages };
