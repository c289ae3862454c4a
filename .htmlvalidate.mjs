import { defineConfig } from 'html-validate';

/** Every page of dist/ is valid HTML; each rule that is off says why. */
export default defineConfig({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // `<meta />` is as valid as `<meta>`, and Astro writes what its components have.
    'void-style': 'off',
    // Safari reads a list without bullets as a list only when it has the role.
    'no-redundant-role': 'off',
    // Starlight's skip link leads to #_top; HTML itself asks only for an id without spaces.
    'valid-id': ['error', { relaxed: true }],
    // Numbers are kept on one line by style, so that authors can write plain spaces.
    'tel-non-breaking': 'off',
    // One question's boxes share a name, as radio buttons do.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
    // Filters act as one changes them; there is nothing to submit.
    'wcag/h32': 'off',
  },
});
