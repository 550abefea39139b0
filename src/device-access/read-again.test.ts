import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';
import { readAgain } from './read-again.ts';

function watched() {
  const client = new QueryClient({
    defaultOptions: { queries: { staleTime: Infinity, retry: false } },
  });
  const answers: { resolve: (text: string) => void; reject: (fault: Error) => void }[] = [];
  const queryFn = vi.fn(
    () => new Promise<string>((resolve, reject) => answers.push({ resolve, reject })),
  );
  const observer = new QueryObserver(client, { queryKey: ['exports'], queryFn });
  observer.subscribe(() => undefined);
  return { client, answers, queryFn, observer };
}

it('reads once more what was first asked before the change and is answered after it', async () => {
  const { client, answers, queryFn, observer } = watched();
  readAgain(client, ['exports']);
  expect(queryFn).toHaveBeenCalledTimes(1);
  answers[0]?.resolve('as before');
  await vi.waitFor(() => expect(queryFn).toHaveBeenCalledTimes(2));
  answers[1]?.resolve('as it is');
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe('as it is'));
  expect(queryFn).toHaveBeenCalledTimes(2);
});

it('begins a later read anew, and leaves alone what has another name', async () => {
  const { client, answers, queryFn, observer } = watched();
  answers[0]?.resolve('as before');
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe('as before'));
  readAgain(client, ['cases']);
  expect(queryFn).toHaveBeenCalledTimes(1);
  readAgain(client);
  readAgain(client, ['exports']);
  expect(queryFn).toHaveBeenCalledTimes(3);
});

it('asks nothing more of a first read that failed', async () => {
  const { client, answers, queryFn, observer } = watched();
  readAgain(client, ['exports']);
  answers[0]?.reject(new Error('gone'));
  await vi.waitFor(() => expect(observer.getCurrentResult().status).toBe('error'));
  expect(queryFn).toHaveBeenCalledTimes(1);
});
