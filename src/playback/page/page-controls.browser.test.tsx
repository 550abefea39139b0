import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { PageControls } from './page-controls.tsx';

let inside: boolean;
let giveFocusBack: () => void;
let wallKeys: string[];
const listen = (event: KeyboardEvent) => {
  if (!event.defaultPrevented) wallKeys.push(event.key);
};

beforeEach(() => {
  inside = false;
  wallKeys = [];
  window.addEventListener('keydown', listen);
});

afterEach(() => window.removeEventListener('keydown', listen));

function engage(onLeave: () => void): () => void {
  inside = true;
  const leave = () => {
    if (!inside) return;
    inside = false;
    onLeave();
  };
  giveFocusBack = leave;
  return leave;
}

async function show() {
  const screen = await render(
    <div style={{ position: 'relative', width: 640, height: 360 }}>
      <PageControls cameraName="Gate" engage={engage} />
      <button type="button" style={{ position: 'absolute', bottom: 0, left: 0 }}>
        Elsewhere
      </button>
    </div>,
  );
  const enter = screen.getByRole('button', { name: "Interact with the device's page: Gate" });
  return { screen, enter };
}

describe('PageControls', () => {
  it('has a button of at least 24 px that leads in, and a banner that says so', async () => {
    const { screen, enter } = await show();
    expect(enter.element().getBoundingClientRect().height).toBeGreaterThanOrEqual(24);
    expect(inside).toBe(false);
    await enter.click();
    expect(inside).toBe(true);
    await expect.element(screen.getByRole('status')).toHaveTextContent(/page of Gate itself/);
  });

  it.each<[string, () => Promise<void> | void]>([
    ['Esc', () => userEvent.keyboard('{Escape}')],
    ['the button of the banner', () => browser.getByRole('button', { name: 'Return' }).click()],
    ['the page itself', () => giveFocusBack()],
  ])('is left by %s, and the focus is where it was', async (_, leave) => {
    const { screen, enter } = await show();
    await enter.click();
    await leave();
    await expect.element(enter).toHaveFocus();
    expect(inside).toBe(false);
    expect(screen.container.querySelector('[role=status]')).toBeNull();
    // To the wall the same key would mean something else.
    expect(wallKeys).not.toContain('Escape');
  });

  it('is left by a click beside it, which keeps the focus that it gave', async () => {
    const { screen, enter } = await show();
    await enter.click();
    const elsewhere = screen.getByRole('button', { name: 'Elsewhere' });
    await elsewhere.click();
    expect(inside).toBe(false);
    await expect.element(elsewhere).toHaveFocus();
  });

  it('lets go when it is taken away', async () => {
    const { screen, enter } = await show();
    await enter.click();
    await screen.unmount();
    expect(inside).toBe(false);
  });
});
