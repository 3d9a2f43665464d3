// What finds mistakes, and what keeps the code of one hand; layout is nobody's job. Types are checked by tsc (tsconfig.json).
import js from '@eslint/js';
import globals from 'globals';
import { limits } from './scripts/lib.mjs';

/** The numbers of src/view/node.h (web/shared/limits.d.ts). */
const known = Object.fromEntries(Object.keys(limits()).map((name) => [name, 'readonly']));

export default [
  { ignores: ['build/', 'dist/', 'node_modules/'] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2023, sourceType: 'module' },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'array-callback-return': 'error',
      'eqeqeq': 'error',
      'no-constructor-return': 'error',
      'no-else-return': 'error',
      'no-self-compare': 'error',
      'no-throw-literal': 'error',
      'no-unneeded-ternary': 'error',
      'no-useless-concat': 'error',
      'no-useless-rename': 'error',
      'no-useless-return': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true }],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'prefer-promise-reject-errors': 'error',
    },
  },
  {
    files: ['web/**/*.{js,mjs}'],
    languageOptions: { globals: { ...globals.browser, ...known } },
    rules: { 'no-eval': 'error', 'no-implied-eval': 'error', 'no-new-func': 'error', 'no-shadow': 'error' },
  },
  {
    files: ['scripts/**/*.mjs', '*.mjs'],
    languageOptions: { globals: globals.node },
  },
  {
    // Functions of these files also run inside the page, through the driver.
    files: ['tests/**/*.mjs', 'scripts/peers/*.mjs'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
];
