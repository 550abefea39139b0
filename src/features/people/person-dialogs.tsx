import { type ReactElement, useState } from 'react';
import type { CameraGroup, PersonView } from '../../api/people.ts';
import { EndAccountDialog } from './end-account-dialog.tsx';
import type { NewSecret, OpenDialog } from './open-dialog.ts';
import { PersonDialog } from './person-dialog.tsx';
import { ResetPasswordDialog } from './reset-password-dialog.tsx';
import { SecretDialog } from './secret-dialog.tsx';

export interface PersonDialogsProps {
  readonly dialog: OpenDialog | null;
  readonly people: readonly PersonView[];
  readonly groups: readonly CameraGroup[];
  readonly onDialog: (dialog: OpenDialog | null) => void;
}

/** Whatever is open over the list of people. */
export function PersonDialogs(props: PersonDialogsProps): ReactElement | null {
  const { dialog, people, groups, onDialog } = props;
  const [secret, setSecret] = useState<NewSecret | null>(null);
  const close = () => onDialog(null);
  const closeWith = (made: NewSecret | null) => {
    close();
    setSecret(made);
  };
  if (secret !== null) return <SecretDialog secret={secret} onClose={() => setSecret(null)} />;
  switch (dialog?.kind) {
    case 'add':
    case 'edit':
      return (
        <PersonDialog
          person={dialog.kind === 'edit' ? dialog.person : null}
          people={people}
          groups={groups}
          onClose={close}
          onSaved={closeWith}
        />
      );
    case 'password':
      return <ResetPasswordDialog person={dialog.person} onClose={close} onDone={closeWith} />;
    case 'off':
    case 'remove':
      return <EndAccountDialog kind={dialog.kind} person={dialog.person} onClose={close} />;
    case undefined:
      return null;
  }
}
