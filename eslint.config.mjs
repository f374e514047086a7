import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import typescript from 'typescript-eslint';

export default defineConfig(
  { ignores: ['artifacts/', 'dist/', '**/bin/', '**/obj/', 'tests/fixtures/'] },
  eslint.configs.recommended,
  typescript.configs.strictTypeChecked,
  typescript.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      eqeqeq: 'error',
      // The type checker knows better which names there are.
      'no-undef': 'off',
    },
  },
  { files: ['**/*.ts'], rules: { '@typescript-eslint/explicit-module-boundary-types': 'error' } },
  {
    // The node test runner awaits the promise that describe and test return.
    files: ['tests/**/*.test.ts', 'tests/**/*.bench.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'off' },
  },
);
