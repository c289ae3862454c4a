import { parentPort } from 'node:worker_threads';
import { checkContent } from '../content-model/build/find-problems.ts';

// Checks the content of each root that it is sent, so that the development server goes on meanwhile.
parentPort?.on('message', (root: string) => parentPort?.postMessage(checkContent(root)));
