import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Menu, MenuItem, SubMenu } from './menu.tsx';
import './browser-test.css';

test('on a phone a submenu opens inside the window', async () => {
  await page.viewport(390, 844);
  await render(
    <div style={{ display: 'flex', justifyContent: 'end' }}>
      <Menu label="Tile" align="end" trigger={<button type="button">Open</button>}>
        <MenuItem onSelect={() => undefined}>Full screen</MenuItem>
        <SubMenu label="Stream">
          <MenuItem onSelect={() => undefined}>Main stream</MenuItem>
          <p style={{ inlineSize: 256 }}>What is shown now</p>
        </SubMenu>
      </Menu>
    </div>,
  );
  await page.getByRole('button', { name: 'Open' }).click();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}');
  const inner = page.getByRole('menuitem', { name: 'Main stream' });
  await expect.element(inner).toBeVisible();
  const { left, right } = inner.element().getBoundingClientRect();
  expect(left).toBeGreaterThanOrEqual(8);
  expect(right).toBeLessThanOrEqual(382);
});
