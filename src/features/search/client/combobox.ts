/**
 * Moves through the options of a listbox with the keys of its input (the combobox pattern of the ARIA
 * Authoring Practices): arrows move, Enter follows the chosen option. Escape lets go of it, then
 * clears the input, then closes the dialog that the input stands in; by script, since WebKit spends
 * every Escape in a search field on the field.
 */
export function steerListbox(input: HTMLInputElement, listbox: HTMLElement): () => void {
  let chosen: HTMLElement | undefined;

  const choose = (option: HTMLElement | undefined) => {
    chosen?.setAttribute('aria-selected', 'false');
    chosen = option;
    if (!option) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  };

  const move = (step: number) => {
    const options = [...listbox.querySelectorAll<HTMLElement>('[role=option]')];
    const at = chosen ? options.indexOf(chosen) : step > 0 ? -1 : options.length;
    choose(options[at + step]);
  };

  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      move(event.key === 'ArrowDown' ? 1 : -1);
      event.preventDefault();
    } else if (event.key === 'Enter' && chosen) {
      chosen.click();
      event.preventDefault();
    } else if (event.key === 'Escape') {
      if (chosen) choose(undefined);
      else if (input.value) {
        input.value = '';
        input.dispatchEvent(new Event('input'));
      } else input.closest('dialog')?.close();
      event.preventDefault();
      event.stopPropagation();
    }
  });

  return () => {
    if (!chosen?.isConnected) choose(undefined);
  };
}
