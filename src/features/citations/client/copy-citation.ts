import { addCopyButton } from './copy-button.ts';

// Each way to cite a page, and a button that copies it.
for (const source of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  addCopyButton(source, source.nextElementSibling, source.dataset['copy'] ?? '');
}
