// Starts the window. Only what the first paint needs is here; the rest is read while it is on its way.
import './zod-without-eval.ts';
import './fonts.css';
import './tokens.css';
import './base.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { applyRememberedAppearance } from './appearance.ts';

const root = document.getElementById('root');
/** A page that is printed is drawn in a window of its own, which nobody sees. */
const paper = '#/print/';
if (root && location.hash.startsWith(paper)) {
  void import('../print/draw.tsx').then(({ renderPrint }) => renderPrint(root, location.hash.slice(paper.length)));
} else if (root) {
  applyRememberedAppearance();
  createRoot(root).render(<App />);
}
