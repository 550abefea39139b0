import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { sessionQuery } from '../../device-access/account.ts';
import { beginPairing, claimPairing } from '../../device-access/kiosks.ts';
import { noCodeYet, type PairingNews, runPairing } from './pairing-run.ts';

/** Asks for codes as long as the component is there; once let in, the session says so. */
export function usePairing(): PairingNews {
  const queryClient = useQueryClient();
  const [news, setNews] = useState(noCodeYet);
  useEffect(() => {
    const end = new AbortController();
    const { queryKey } = sessionQuery();
    const onPaired = async () => {
      await queryClient.refetchQueries({ queryKey, exact: true });
      return queryClient.getQueryData(queryKey)?.state === 'kiosk';
    };
    const roads = { begin: beginPairing, claim: claimPairing, onNews: setNews, onPaired };
    void runPairing(roads, end.signal);
    return () => end.abort();
  }, [queryClient]);
  return news;
}
