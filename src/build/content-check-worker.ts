import { parentPort } from 'node:worker_threads';
import { checkContent } from '../content-model/build/find-problems.ts';

// Checks the content of each root it receives, in its own thread so that the development server is not blocked.
parentPort?.on('message', (root: string) => parentPort?.postMessage(checkContent(root)));
