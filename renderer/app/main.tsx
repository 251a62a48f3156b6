// Starts the window.
import './fonts.css';
import './tokens.css';
import './base.css';
import { createRoot } from 'react-dom/client';
import * as z from 'zod';
import { App } from './App.tsx';
import { applyRememberedAppearance } from './appearance.ts';

// Without this zod tries `new Function`, which the CSP refuses and reports.
z.config({ jitless: true });
applyRememberedAppearance();

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
