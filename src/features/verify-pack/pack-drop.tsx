import { FileArchive } from 'lucide-react';
import { type DragEvent, type ReactElement, useRef, useState } from 'react';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';

export interface PackDropProps {
  readonly onFile: (file: File) => void;
}

/** Where a pack is dropped or chosen. */
export function PackDrop({ onFile }: PackDropProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.item(0);
    if (file) onFile(file);
  };
  const drag = (over: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setIsOver(over);
  };
  return (
    <section
      aria-label={t('verify.choose')}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        take(event.dataTransfer.files);
      }}
      className={classNames(
        'flex flex-wrap items-center gap-4 rounded-control border border-dashed px-5 py-6 print:hidden',
        isOver ? 'border-accent bg-hover' : 'border-line-ui bg-panel',
      )}
    >
      <FileArchive aria-hidden className="size-8 shrink-0 text-text-2" strokeWidth={1.5} />
      <div className="min-w-0 grow basis-64">
        <p className="font-medium">{t('verify.drop')}</p>
        <p className="text-text-2">{t('verify.drop.stays')}</p>
      </div>
      <Button look="primary" onClick={() => input.current?.click()}>
        {t('verify.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".zip,application/zip"
        aria-label={t('verify.file')}
        tabIndex={-1}
        className="sr-only"
        onChange={({ currentTarget }) => {
          take(currentTarget.files);
          // The same file may be chosen again after it was mended.
          currentTarget.value = '';
        }}
      />
    </section>
  );
}
