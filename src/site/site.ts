import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readYaml } from '../lib/text/read-yaml.ts';
import type { MessageFile } from '../lib/i18n/message.ts';
import { messageFilesOf, type SiteFacts } from './facts.ts';

const beside = fileURLToPath(new URL('../content/', import.meta.url));
// Once bundled, this module is elsewhere, and runs in the folder of the project.
const content = existsSync(`${beside}site.yaml`) ? beside : 'src/content/';
const read = (path: string) => readFileSync(content + path, 'utf8');

const facts = readYaml(read('site.yaml')) as SiteFacts;
const file = messageFilesOf(facts.language).find((path) => existsSync(content + path));
const messages = (file ? JSON.parse(read(file)) : {}) as MessageFile;

/**
 * The configuration of this guide, from src/content/site.yaml, and the messages of its language. In browser
 * code the build replaces each fact by its value (src/build/inline-messages.ts).
 */
export const site = { ...facts, messages };
