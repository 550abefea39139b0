import { useEffect, useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { ProbeRequest, ProbeRung } from '../../api/probe.ts';
import { lastAccount, rememberAccount } from './last-account.ts';
import type { ProbeRun } from './probe-run.ts';
import { useProbe } from './use-probe.ts';
import { choicesFor, probeRequestOf, type WizardForm } from './wizard-form.ts';

export interface WizardProbe {
  readonly run: ProbeRun;
  readonly cancel: () => void;
  readonly check: () => void;
  /** Keeps what was found where nothing that matters has been changed since. */
  readonly checkIfChanged: () => void;
  readonly checkAs: (protocolId: string) => void;
  readonly continueWithAccount: () => void;
  readonly continueWithLastAccount: () => void;
  /** Goes on with the certificate that the device shows. */
  readonly trust: () => void;
}

/** The ladder of the wizard, climbed with what stands in its form; fills in what it finds. */
export function useWizardProbe(form: UseFormReturn<WizardForm>): WizardProbe {
  const { run, start, cancel } = useProbe();
  const asked = useRef<ProbeRequest | null>(null);
  /** At which address the person trusts which certificate. */
  const trusted = useRef<Pick<ProbeRequest, 'address' | 'trustedKey'> | null>(null);
  const { findings } = run;

  useEffect(() => {
    if (findings === null) return;
    const { username, password } = asked.current ?? {};
    if (username !== undefined) rememberAccount({ username, password: password ?? '' });
    form.setValue('cameras', choicesFor(findings, form.getValues('cameras')));
    if (form.getValues('name') === '') form.setValue('name', findings.suggestedName);
  }, [findings, form]);

  function climb(request: ProbeRequest, keepUntil?: ProbeRung) {
    const isTrusted = trusted.current?.address === request.address;
    // Names and ticks belong to one device: another address begins without them.
    if (asked.current !== null && asked.current.address !== request.address) {
      form.setValue('cameras', []);
      form.setValue('name', '');
    }
    asked.current = request;
    start({ ...request, ...(isTrusted && trusted.current) }, keepUntil);
  }

  /** The account that was used again has no place in the form, so the last request keeps it. */
  function current(): ProbeRequest {
    const fromForm = probeRequestOf(form.getValues());
    const before = asked.current;
    if (before?.address !== fromForm.address || fromForm.username !== undefined) return fromForm;
    const { username, password } = before;
    return { ...fromForm, ...(username !== undefined && { username, password }) };
  }

  return {
    run,
    cancel,
    check: () => climb(current()),
    checkIfChanged: () => {
      const request = current();
      const same = JSON.stringify(request) === JSON.stringify(asked.current);
      if (!same || run.phase !== 'found') climb(request);
    },
    checkAs: (protocolId) => {
      form.setValue('protocolId', protocolId, { shouldDirty: true });
      climb({ ...current(), protocolId });
    },
    continueWithAccount: () => climb(probeRequestOf(form.getValues()), 'login'),
    continueWithLastAccount: () => {
      const account = lastAccount();
      if (account !== null) climb({ ...probeRequestOf(form.getValues()), ...account }, 'login');
    },
    trust: () => {
      const request = current();
      trusted.current = { address: request.address, trustedKey: run.certificate?.key };
      climb(request, 'tls');
    },
  };
}
