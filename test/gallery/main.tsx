// A page with every part of the interface, for people who build screens; opened by `test/gallery/look.ts`.
import '../../renderer/app/fonts.css';
import '../../renderer/app/tokens.css';
import '../../renderer/app/base.css';
import { createRoot } from 'react-dom/client';
import { applyAppearance } from '../../renderer/app/appearance.ts';
import { Announcer } from '../../renderer/ui/feedback/announce.tsx';
import { Toaster } from '../../renderer/ui/feedback/Toaster.tsx';
import { FormatProvider } from '../../renderer/ui/format.tsx';
import { HoverCardLayer } from '../../renderer/ui/hover-card/HoverCardLayer.tsx';
import { ChartGallery } from './ChartGallery.tsx';
import { FrameGallery } from './FrameGallery.tsx';
import { PartsGallery } from './PartsGallery.tsx';

const [page, appearance] = location.hash.slice(1).split('/');
applyAppearance(appearance ?? 'system');

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <FormatProvider settings={{ locale: 'en-GB', timeZone: 'Europe/Berlin', currency: 'EUR', today: '2025-11-19' }}>
      {page === 'frame' ? <FrameGallery /> : page === 'charts' ? <ChartGallery /> : <PartsGallery />}
      <HoverCardLayer />
      <Toaster />
      <Announcer />
    </FormatProvider>,
  );
