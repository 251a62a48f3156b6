// Starts the window. Only what the first paint needs is here; the rest is read while it is on its way.
import './zod-without-eval.ts';
import './fonts.css';
import './tokens.css';
import './base.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { applyRememberedAppearance } from './appearance.ts';

applyRememberedAppearance();

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
