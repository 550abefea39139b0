import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { EventsReport } from '../src/api/alarms.ts';
import type { EventView } from '../src/api/events.ts';

/** How a list of events is written at first: all of them in a state, and a row for each. */
function PlainList() {
  const [events, setEvents] = useState<readonly EventView[]>([]);
  const [clicks, setClicks] = useState(0);
  const [text, setText] = useState('');
  useEffect(() => {
    const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/ws/events`);
    socket.onopen = () => socket.send(JSON.stringify({ type: 'open', after: null }));
    socket.onmessage = ({ data }) => {
      const report = JSON.parse(data) as EventsReport;
      if (report.type !== 'events') return;
      setEvents((known) => [...report.events.toReversed(), ...known]);
    };
    return () => socket.close();
  }, []);
  return (
    <main>
      <button type="button" onClick={() => setClicks(clicks + 1)}>
        {clicks}
      </button>
      <input value={text} onChange={({ target }) => setText(target.value)} />
      <p>{events.length}</p>
      <ul>
        {events.map(({ id, atMs, deviceName, cameraName, fact }) => (
          <li key={id}>
            <time>{new Date(atMs).toLocaleTimeString()}</time> <b>{fact.topic}</b> {deviceName}{' '}
            {cameraName} {fact.topic === 'plate' ? fact.plate : ''}
          </li>
        ))}
      </ul>
    </main>
  );
}

createRoot(document.querySelector('#plain') as HTMLElement).render(
  <StrictMode>
    <PlainList />
  </StrictMode>,
);
