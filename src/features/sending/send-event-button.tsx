import { Send } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../device-access/use-session.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { SendEventDialog } from './send-event-dialog.tsx';

/** For whoever may act on cameras; others are not offered it. */
export function SendEventButton() {
  const may = useMay('control');
  const [open, setOpen] = useState(false);
  if (!may) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Send aria-hidden className="size-4" />
        {t('send.open')}
      </Button>
      {open && <SendEventDialog onClose={() => setOpen(false)} />}
    </>
  );
}
