import { useEffect, useState } from 'react';

const hideAfterMs = 3000;

/** Whether the pointer has rested so long that it only hides pictures. */
export function useIdleCursor(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    const rest = () => setTimeout(() => setIdle(true), hideAfterMs);
    let timer = rest();
    const wake = () => {
      clearTimeout(timer);
      setIdle(false);
      timer = rest();
    };
    window.addEventListener('pointermove', wake);
    window.addEventListener('pointerdown', wake);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', wake);
      window.removeEventListener('pointerdown', wake);
    };
  }, []);
  return idle;
}
