// @vitest-environment happy-dom
// A lead that cannot be drawn is said by its name, the others stay, and the sentence opens it.
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it } from 'vitest';
import { LeadBoundary } from '../../../renderer/parts/leads/LeadBoundary.tsx';

function Row({ name }: { readonly name: string }) {
  if (name === 'Dana') throw new RangeError('Invalid time value');
  return <p>{name}</p>;
}

afterEach(() => document.body.replaceChildren());

it('says who could not be shown, and opens that lead beside the screen', async () => {
  location.hash = '#/board';
  const page = document.createElement('div');
  document.body.append(page);
  const root = createRoot(page, { onCaughtError: () => undefined });
  root.render(
    ['Ada', 'Dana'].map(name => (
      <LeadBoundary key={name} lead={{ id: `id-${name}`, name }}>
        <Row name={name} />
      </LeadBoundary>
    )),
  );
  await expect.poll(() => page.textContent).toBe('AdaDana could not be shown here. Nothing is lost.Open Dana');
  page.querySelector('button')?.click();
  await expect.poll(() => location.hash).toMatch(/^#\/board.*id-Dana/);
  root.unmount();
});
