// Builds the gallery of parts, for looking at them; never shipped.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: { outDir: '../../dist/gallery', emptyOutDir: true, assetsInlineLimit: 0, target: 'chrome130' },
});
