import { existsSync, readFileSync } from 'node:fs';
import { readYaml } from '../content-model/model/read-yaml.ts';
import type { MessageFile } from '../lib/i18n/message.ts';
import { messageFilesOf, type SiteFacts } from './facts.ts';

const facts = readYaml(readFileSync('src/content/site.yaml', 'utf8')) as SiteFacts;
const file = messageFilesOf(facts.language).find((path) => existsSync(path));
const messages = (file ? JSON.parse(readFileSync(file, 'utf8')) : {}) as MessageFile;

/**
 * The configuration of this guide, from src/content/site.yaml, and the messages of its language. In browser
 * code the build replaces each fact by its value (src/build/inline-messages.ts).
 */
export const site = { ...facts, messages };
